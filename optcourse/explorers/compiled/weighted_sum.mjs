// weighted_sum: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: 15957a39b7d7e79b
const f = Math.fround;
const a6 = new Float32Array(402);
const a7 = new Float32Array(201);
const a8 = new Float32Array(201);
const a56 = new Float32Array(201);
const a59 = new Float32Array(201);
const a62 = new Float32Array(201);
const a65 = new Float32Array(201);
const a68 = new Float32Array(201);
const a71 = new Uint8Array(201);
const a74 = new Float32Array(603);
const a78 = new Float32Array(201);
const a81 = new Float32Array(201);
const a84 = new Float32Array(402);
const a87 = new Float32Array(80);
const a90 = new Float32Array(81);
const a93 = new Float32Array(81);
const a96 = new Float32Array(81);
const a99 = new Float32Array(81);
const a102 = new Float32Array(162);
const a110 = new Float32Array(80);
const a113 = new Float32Array(80);
const a116 = new Float32Array(80);
const a119 = new Float32Array(6400);
const a123 = new Float32Array(6400);
const a127 = new Float32Array(6400);
const a131 = new Float32Array(6400);
const a135 = new Uint8Array(6400);
const a139 = new Float32Array(19200);
const a144 = new Float32Array(6400);
const a148 = new Float32Array(6400);
const a152 = new Float32Array(12800);
const a157 = new Float32Array(6400);
const a161 = new Float32Array(80);
const a176 = new Uint8Array(201);
const a190 = new Float32Array(6400);
const a194 = new Float32Array(402);
const a197 = new Float32Array(6400);
const a207 = new Float32Array(402);
const a214 = new Float32Array(4);
const a215 = new Float32Array(2);
const a216 = new Float32Array(2);
const a217 = new Float32Array(2);
const a218 = new Float32Array(2);
const a219 = new Float32Array(12);
const a220 = new Float32Array(4);
const a221 = new Float32Array(2);
const a222 = new Float32Array(2);
const a223 = new Float32Array(2);
const a224 = new Float32Array(2);
const a225 = new Float32Array(2);
const a226 = new Uint8Array(3);

function scan9(v1, v4, v5, v2) {
  const v10 = f(1 * 1);
  const v11 = f(1 * v1);
  const v12 = f(v11 + v10);
  let v13;
  let v14;
  let v15;
  let v16;
  let v17;
  v13 = v4;
  v14 = v5;
  v15 = 0;
  v16 = v4;
  v17 = v5;
  for (let v18 = 0; v18 < 201; v18++) {
    const v19 = f(1.5707963705062866 * v13);
    const v20 = f(Math.sin(v19));
    const v21 = f(Math.cos(v19));
    const v22 = f(v20 * v21);
    const v23 = f(v2 - f(0 * f(v22 * v22)));
    const v24 = (v23 <= 0);
    const v25 = f(Math.sqrt((v24 ? 1 : v23)));
    const v26 = (v24 ? 0 : v25);
    const v27 = f(v20 * v20);
    const v28 = f(v22 * v26);
    const v29 = f(f(v28 * v28) + f(v14 * v14));
    const v30 = f(1 - v27);
    const v31 = f(f(v27 * v27) + v29);
    const v32 = f(f(v30 * v30) + v29);
    const v33 = f(f(v31 * 1) + f(v32 * v1));
    const v34 = f(v12 * f(2 * v14));
    const v35 = f(v12 * f(2 * v28));
    const v36 = f(f(-f(v11 * f(2 * v30))) + f(v10 * f(2 * v27)));
    const v37 = f(f(0 + 0) + v36);
    const v38 = f(f(0 + v35) + 0);
    const v39 = f(f(v34 + 0) + 0);
    const v40 = f(f(v38 * v26) + f(f(0 * f(-(v24 ? 0 : f((v24 ? 0 : f(v22 * v38)) * f(0.5 / v25))))) * f(2 * v22)));
    const v41 = f(1.5707963705062866 * f(f(f(f(-f(v20 * v40)) * v20) + f(f(v40 * v21) * v21)) + f(f(v37 * f(2 * v20)) * v21)));
    const v42 = f(0 + v41);
    const v43 = f(v39 + 0);
    const v44 = f(Math.max(f(Math.abs(v42)), f(Math.abs(v43))));
    const v45 = f(Math.max(0, f(Math.max(0, v44))));
    const v46 = (((v45 > 0) && (v45 < Infinity)) ? v45 : 1);
    const v47 = f(v42 / v46);
    const v48 = f(v43 / v46);
    const v49 = f(f(v47 * v47) + f(v48 * v48));
    const v50 = f(v13 + f(-0.019999999552965164 * v42));
    const v51 = f(v14 + f(-0.019999999552965164 * v43));
    const v52 = (v15 + 1 | 0);
    const v53 = f(v46 * f(Math.sqrt(f(0 + v49))));
    a6[v18 * 2] = v13;
    a6[v18 * 2 + 1] = v14;
    a7[v18] = v33;
    a8[v18] = v53;
    const v54 = v13;
    const v55 = v14;
    v13 = v50;
    v14 = v51;
    v15 = v52;
    v16 = v54;
    v17 = v55;
  }
  return [v13, v14, v15, v16, v17];
}

function fill57() {
  for (let v58 = 0; v58 < 201; v58++) {
    a56[v58] = f(1.5707963705062866 * a6[v58 * 2]);
  }
}

function fill60() {
  for (let v61 = 0; v61 < 201; v61++) {
    a59[v61] = f(Math.sin(a56[v61]));
  }
}

function fill63() {
  for (let v64 = 0; v64 < 201; v64++) {
    a62[v64] = f(a59[v64] * a59[v64]);
  }
}

function fill66() {
  for (let v67 = 0; v67 < 201; v67++) {
    a65[v67] = f(a59[v67] * f(Math.cos(a56[v67])));
  }
}

function fill69(v2) {
  for (let v70 = 0; v70 < 201; v70++) {
    a68[v70] = f(v2 - f(0 * f(a65[v70] * a65[v70])));
  }
}

function fill72() {
  for (let v73 = 0; v73 < 201; v73++) {
    a71[v73] = (a68[v73] <= 0);
  }
}

function fill75() {
  for (let v76 = 0; v76 < 3; v76++) {
    for (let v77 = 0; v77 < 201; v77++) {
      a74[v76 * 201 + v77] = (v76 < 1 ? a62[v77] : (v76 < 2 ? f(a65[v77] * ((a71[v77] === 1) ? 0 : f(Math.sqrt(((a71[v77] === 1) ? 1 : a68[v77]))))) : a6[v77 * 2 + 1]));
    }
  }
}

function fill79() {
  for (let v80 = 0; v80 < 201; v80++) {
    a78[v80] = f(f(a74[201 + v80] * a74[201 + v80]) + f(a74[402 + v80] * a74[402 + v80]));
  }
}

function fill82() {
  for (let v83 = 0; v83 < 201; v83++) {
    a81[v83] = f(1 - a74[v83]);
  }
}

function fill85() {
  for (let v86 = 0; v86 < 201; v86++) {
    a84[v86 * 2] = f(f(a74[v86] * a74[v86]) + a78[v86]);
    a84[v86 * 2 + 1] = f(f(a81[v86] * a81[v86]) + a78[v86]);
  }
}

function fill88() {
  for (let v89 = 0; v89 < 80; v89++) {
    a87[v89] = f(v89 / 80);
  }
}

function fill91() {
  for (let v92 = 0; v92 < 81; v92++) {
    a90[v92] = (v92 < 80 ? f(f(0 * f(1 - a87[v92])) + f(1 * a87[v92])) : 1);
  }
}

function fill94() {
  for (let v95 = 0; v95 < 81; v95++) {
    a93[v95] = f(1 - a90[v95]);
  }
}

function fill97() {
  for (let v98 = 0; v98 < 81; v98++) {
    a96[v98] = f(a90[v98] * a93[v98]);
  }
}

function fill100(v2) {
  for (let v101 = 0; v101 < 81; v101++) {
    a99[v101] = f(a96[v101] * f(v2 - f(0 * a96[v101])));
  }
}

function fill103() {
  for (let v104 = 0; v104 < 81; v104++) {
    a102[v104 * 2] = f(f(a90[v104] * a90[v104]) + a99[v104]);
    a102[v104 * 2 + 1] = f(f(a93[v104] * a93[v104]) + a99[v104]);
  }
}

function min107(v1) {
  let v108 = Infinity;
  for (let v109 = 0; v109 < 81; v109++) {
    v108 = f(Math.min(v108, f(a102[v109 * 2] + f(v1 * a102[v109 * 2 + 1]))));
  }
  return [v108];
}

function fill111() {
  for (let v112 = 0; v112 < 80; v112++) {
    a110[v112] = f(f(v112) + 0.5);
  }
}

function fill114() {
  for (let v115 = 0; v115 < 80; v115++) {
    a113[v115] = f(-0.62 + f(f(1.24 * a110[v115]) / 80));
  }
}

function fill117() {
  for (let v118 = 0; v118 < 80; v118++) {
    a116[v118] = f(0 + f(f(1 * a110[v118]) / 80));
  }
}

function fill120() {
  for (let v121 = 0; v121 < 80; v121++) {
    for (let v122 = 0; v122 < 80; v122++) {
      a119[v121 * 80 + v122] = f(1.5707963267948966 * a116[v122]);
    }
  }
}

function fill124() {
  for (let v125 = 0; v125 < 80; v125++) {
    for (let v126 = 0; v126 < 80; v126++) {
      a123[v125 * 80 + v126] = f(Math.sin(a119[v125 * 80 + v126]));
    }
  }
}

function fill128() {
  for (let v129 = 0; v129 < 80; v129++) {
    for (let v130 = 0; v130 < 80; v130++) {
      a127[v129 * 80 + v130] = f(a123[v129 * 80 + v130] * f(Math.cos(a119[v129 * 80 + v130])));
    }
  }
}

function fill132(v2) {
  for (let v133 = 0; v133 < 80; v133++) {
    for (let v134 = 0; v134 < 80; v134++) {
      a131[v133 * 80 + v134] = f(v2 - f(0 * f(a127[v133 * 80 + v134] * a127[v133 * 80 + v134])));
    }
  }
}

function fill136() {
  for (let v137 = 0; v137 < 80; v137++) {
    for (let v138 = 0; v138 < 80; v138++) {
      a135[v137 * 80 + v138] = (a131[v137 * 80 + v138] <= 0);
    }
  }
}

function fill140() {
  for (let v141 = 0; v141 < 3; v141++) {
    for (let v142 = 0; v142 < 80; v142++) {
      for (let v143 = 0; v143 < 80; v143++) {
        a139[(v141 * 80 + v142) * 80 + v143] = (v141 < 1 ? f(a123[v142 * 80 + v143] * a123[v142 * 80 + v143]) : (v141 < 2 ? f(a127[v142 * 80 + v143] * ((a135[v142 * 80 + v143] === 1) ? 0 : f(Math.sqrt(((a135[v142 * 80 + v143] === 1) ? 1 : a131[v142 * 80 + v143]))))) : a113[v142]));
      }
    }
  }
}

function fill145() {
  for (let v146 = 0; v146 < 80; v146++) {
    for (let v147 = 0; v147 < 80; v147++) {
      a144[v146 * 80 + v147] = f(f(a139[(80 + v146) * 80 + v147] * a139[(80 + v146) * 80 + v147]) + f(a139[(160 + v146) * 80 + v147] * a139[(160 + v146) * 80 + v147]));
    }
  }
}

function fill149() {
  for (let v150 = 0; v150 < 80; v150++) {
    for (let v151 = 0; v151 < 80; v151++) {
      a148[v150 * 80 + v151] = f(1 - a139[v150 * 80 + v151]);
    }
  }
}

function fill153() {
  for (let v154 = 0; v154 < 2; v154++) {
    for (let v155 = 0; v155 < 80; v155++) {
      for (let v156 = 0; v156 < 80; v156++) {
        a152[(v154 * 80 + v155) * 80 + v156] = (v154 < 1 ? f(f(a139[v155 * 80 + v156] * a139[v155 * 80 + v156]) + a144[v155 * 80 + v156]) : f(f(a148[v155 * 80 + v156] * a148[v155 * 80 + v156]) + a144[v155 * 80 + v156]));
      }
    }
  }
}

function fill158(v1) {
  for (let v159 = 0; v159 < 80; v159++) {
    for (let v160 = 0; v160 < 80; v160++) {
      a157[v159 * 80 + v160] = f(f(a152[v159 * 80 + v160] * 1) + f(a152[(80 + v159) * 80 + v160] * v1));
    }
  }
}

function fill162() {
  for (let v163 = 0; v163 < 80; v163++) {
    a161[v163] = f(-0.05 + f(f(1.45 * a110[v163]) / 80));
  }
}

function max164() {
  let v165 = -Infinity;
  for (let v166 = 0; v166 < 80; v166++) {
    for (let v167 = 0; v167 < 80; v167++) {
      v165 = f(Math.max(v165, a157[v166 * 80 + v167]));
    }
  }
  return [v165];
}

function fill177(v3) {
  for (let v178 = 0; v178 < 201; v178++) {
    a176[v178] = (v178 <= v3);
  }
}

function argmax185(v183, v184) {
  let v186 = v183;
  let v187 = 0;
  for (let v188 = 0; v188 < 3; v188++) {
    const v189 = (v188 < 1 ? v183 : (v188 < 2 ? v184 : true));
    if (v189 > v186 || (v189 !== v189 && v186 === v186)) { v186 = v189; v187 = v188; }
  }
  return [v187];
}

function fill191(v108, v168) {
  for (let v192 = 0; v192 < 80; v192++) {
    for (let v193 = 0; v193 < 80; v193++) {
      a190[v192 * 80 + v193] = f(f(Math.floor(f(14 * f(Math.sqrt(f(f(Math.max(f(a157[v192 * 80 + v193] - v108), 0)) / v168)))))) / 14);
    }
  }
}

function fill195() {
  for (let v196 = 0; v196 < 201; v196++) {
    a194[v196 * 2] = ((a176[v196] === 1) ? a6[v196 * 2] : NaN);
    a194[v196 * 2 + 1] = ((a176[v196] === 1) ? a6[v196 * 2 + 1] : NaN);
  }
}

function fill198(v1, v108, v168) {
  for (let v199 = 0; v199 < 80; v199++) {
    for (let v200 = 0; v200 < 80; v200++) {
      a197[v199 * 80 + v200] = f(f(Math.floor(f(14 * f(Math.sqrt(f(f(Math.max(f(f(a161[v200] + f(v1 * a161[v199])) - v108), 0)) / v168)))))) / 14);
    }
  }
}

function fill208() {
  for (let v209 = 0; v209 < 201; v209++) {
    a207[v209 * 2] = ((a176[v209] === 1) ? a84[v209 * 2] : NaN);
    a207[v209 * 2 + 1] = ((a176[v209] === 1) ? a84[v209 * 2 + 1] : NaN);
  }
}

export function compute(x0, x1, x2, x3) {
  const v1 = f(x0);
  const v2 = f(x1);
  const v3 = x2;
  const v4 = f(Math.min(0.9800000190734863, f(Math.max(0.019999999552965164, x3[0]))));
  const v5 = f(Math.min(0.6000000238418579, f(Math.max(-0.6000000238418579, x3[1]))));
  const [v13, v14, v15, v16, v17] = scan9(v1, v4, v5, v2);
  fill57();
  fill60();
  fill63();
  fill66();
  fill69(v2);
  fill72();
  fill75();
  fill79();
  fill82();
  fill85();
  fill88();
  fill91();
  fill94();
  fill97();
  fill100(v2);
  fill103();
  const v105 = ((v3 < 0) ? (v3 + 201 | 0) : v3);
  const v106 = Math.min(Math.max(v105, 0), 200);
  const [v108] = min107(v1);
  fill111();
  fill114();
  fill117();
  fill120();
  fill124();
  fill128();
  fill132(v2);
  fill136();
  fill140();
  fill145();
  fill149();
  fill153();
  fill158(v1);
  fill162();
  const [v165] = max164();
  const v168 = f(v165 - v108);
  const v169 = Math.min(Math.max(v105, 0), 200);
  const v170 = f(Math.min(1.399999976158142, f(Math.max(-0.05000000074505806, -0.05000000074505806))));
  const v171 = f(Math.min(1.399999976158142, f(Math.max(-0.05000000074505806, f(v108 - f(v1 * 1.399999976158142))))));
  const v172 = f(Math.min(1.399999976158142, f(Math.max(-0.05000000074505806, f(v108 - f(v1 * -0.05000000074505806))))));
  const v173 = f(Math.min(1.399999976158142, f(Math.max(-0.05000000074505806, 1.399999976158142))));
  const v174 = f(Math.min(1, f(Math.max(0, f(f(v2 - f(v1 * f(2 - v2))) / f(f(2 * f(v2 - 1)) * f(1 + v1)))))));
  const v175 = ((((v2 > 1) && (v174 > 0)) && (v174 < 1)) ? f(0.6366197466850281 * f(Math.asin(f(Math.sqrt(v174))))) : NaN);
  fill177(v3);
  const v179 = Math.min(Math.max(v105, 0), 200);
  const v180 = (((v2 > 0.9950000047683716) ? 1 : 0) + ((v2 > 1.0049999952316284) ? 1 : 0) | 0);
  const v181 = (v2 > 1.4500000476837158);
  const v182 = Math.min(Math.max(v105, 0), 200);
  const v183 = (a62[v106] <= 0.019999999552965164);
  const v184 = (a62[v106] >= 0.9800000190734863);
  const [v187] = argmax185(v183, v184);
  fill191(v108, v168);
  fill195();
  fill198(v1, v108, v168);
  const v201 = f(Math.min(1.399999976158142, f(Math.max(-0.05000000074505806, f(f(v108 - v170) / v1)))));
  const v202 = f(Math.min(1.399999976158142, f(Math.max(-0.05000000074505806, f(f(v108 - v171) / v1)))));
  const v203 = f(Math.min(1.399999976158142, f(Math.max(-0.05000000074505806, f(f(v108 - v172) / v1)))));
  const v204 = f(Math.min(1.399999976158142, f(Math.max(-0.05000000074505806, f(f(v108 - v173) / v1)))));
  const v205 = f(f(f(a84[v169 * 2] + f(v1 * a84[v169 * 2 + 1])) - -1) / v1);
  const v206 = f(f(f(a84[v169 * 2] + f(v1 * a84[v169 * 2 + 1])) - 3) / v1);
  fill208();
  const v210 = ((v3 === 200) ? 1 : 0);
  const v211 = ((v2 < 0.550000011920929) && (f(Math.abs(f(a84[400] - 0.10000000149011612))) < 0.019999999552965164));
  const v212 = ((v181 && (v1 > 1.0049999952316284)) && (a62[200] < 0.019999999552965164));
  const v213 = (((v181 && (v3 < 200)) && (f(a6[v182 * 2 + 1] * a6[v182 * 2 + 1]) < 0.009999999776482582)) && (f(Math.abs(f(a62[v106] - 0.5))) < 0.15000000596046448));
  a214[0] = 0;
  a214[1] = 0;
  a214[2] = 1;
  a214[3] = 0;
  a215[0] = v175;
  a215[1] = 0;
  a216[0] = a6[0];
  a216[1] = a6[1];
  a217[0] = a6[v179 * 2];
  a217[1] = a6[v179 * 2 + 1];
  a218[0] = a6[400];
  a218[1] = a6[401];
  a219[0] = v170;
  a219[1] = v201;
  a219[2] = v171;
  a219[3] = v202;
  a219[4] = v172;
  a219[5] = v203;
  a219[6] = v173;
  a219[7] = v204;
  a219[8] = 1.399999976158142;
  a219[9] = -0.05000000074505806;
  a219[10] = -0.05000000074505806;
  a219[11] = -0.05000000074505806;
  a220[0] = -1;
  a220[1] = v205;
  a220[2] = 3;
  a220[3] = v206;
  a221[0] = a84[0];
  a221[1] = a84[1];
  a222[0] = a84[v169 * 2];
  a222[1] = a84[v169 * 2 + 1];
  a223[0] = a84[400];
  a223[1] = a84[401];
  a224[0] = a84[400];
  a224[1] = a84[401];
  a225[0] = a84[v169 * 2];
  a225[1] = a84[v169 * 2 + 1];
  a226[0] = v211;
  a226[1] = v212;
  a226[2] = v213;
  return [a190, a214, a194, a215, a216, a217, a218, a197, a219, a102, a220, a207, a221, a222, a223, v187, a62[200], v180, a224, a225, v210, a226];
}
