// weighted_sum: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: f88edfce8cbc4945
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
const a108 = new Float32Array(80);
const a111 = new Float32Array(80);
const a114 = new Float32Array(80);
const a117 = new Float32Array(6400);
const a121 = new Float32Array(6400);
const a125 = new Float32Array(6400);
const a129 = new Float32Array(6400);
const a133 = new Uint8Array(6400);
const a137 = new Float32Array(19200);
const a142 = new Float32Array(6400);
const a146 = new Float32Array(6400);
const a150 = new Float32Array(12800);
const a155 = new Float32Array(6400);
const a159 = new Float32Array(80);
const a173 = new Uint8Array(201);
const a187 = new Float32Array(6400);
const a191 = new Float32Array(402);
const a194 = new Float32Array(6400);
const a200 = new Float32Array(402);
const a206 = new Float32Array(4);
const a207 = new Float32Array(2);
const a208 = new Float32Array(2);
const a209 = new Float32Array(2);
const a210 = new Float32Array(2);
const a211 = new Float32Array(4);
const a212 = new Float32Array(2);
const a213 = new Float32Array(2);
const a214 = new Float32Array(2);
const a215 = new Float32Array(2);
const a216 = new Float32Array(2);
const a217 = new Uint8Array(3);

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

function fill109() {
  for (let v110 = 0; v110 < 80; v110++) {
    a108[v110] = f(f(v110) + 0.5);
  }
}

function fill112() {
  for (let v113 = 0; v113 < 80; v113++) {
    a111[v113] = f(-0.62 + f(f(1.24 * a108[v113]) / 80));
  }
}

function fill115() {
  for (let v116 = 0; v116 < 80; v116++) {
    a114[v116] = f(0 + f(f(1 * a108[v116]) / 80));
  }
}

function fill118() {
  for (let v119 = 0; v119 < 80; v119++) {
    for (let v120 = 0; v120 < 80; v120++) {
      a117[v119 * 80 + v120] = f(1.5707963267948966 * a114[v120]);
    }
  }
}

function fill122() {
  for (let v123 = 0; v123 < 80; v123++) {
    for (let v124 = 0; v124 < 80; v124++) {
      a121[v123 * 80 + v124] = f(Math.sin(a117[v123 * 80 + v124]));
    }
  }
}

function fill126() {
  for (let v127 = 0; v127 < 80; v127++) {
    for (let v128 = 0; v128 < 80; v128++) {
      a125[v127 * 80 + v128] = f(a121[v127 * 80 + v128] * f(Math.cos(a117[v127 * 80 + v128])));
    }
  }
}

function fill130(v2) {
  for (let v131 = 0; v131 < 80; v131++) {
    for (let v132 = 0; v132 < 80; v132++) {
      a129[v131 * 80 + v132] = f(v2 - f(0 * f(a125[v131 * 80 + v132] * a125[v131 * 80 + v132])));
    }
  }
}

function fill134() {
  for (let v135 = 0; v135 < 80; v135++) {
    for (let v136 = 0; v136 < 80; v136++) {
      a133[v135 * 80 + v136] = (a129[v135 * 80 + v136] <= 0);
    }
  }
}

function fill138() {
  for (let v139 = 0; v139 < 3; v139++) {
    for (let v140 = 0; v140 < 80; v140++) {
      for (let v141 = 0; v141 < 80; v141++) {
        a137[(v139 * 80 + v140) * 80 + v141] = (v139 < 1 ? f(a121[v140 * 80 + v141] * a121[v140 * 80 + v141]) : (v139 < 2 ? f(a125[v140 * 80 + v141] * ((a133[v140 * 80 + v141] === 1) ? 0 : f(Math.sqrt(((a133[v140 * 80 + v141] === 1) ? 1 : a129[v140 * 80 + v141]))))) : a111[v140]));
      }
    }
  }
}

function fill143() {
  for (let v144 = 0; v144 < 80; v144++) {
    for (let v145 = 0; v145 < 80; v145++) {
      a142[v144 * 80 + v145] = f(f(a137[(80 + v144) * 80 + v145] * a137[(80 + v144) * 80 + v145]) + f(a137[(160 + v144) * 80 + v145] * a137[(160 + v144) * 80 + v145]));
    }
  }
}

function fill147() {
  for (let v148 = 0; v148 < 80; v148++) {
    for (let v149 = 0; v149 < 80; v149++) {
      a146[v148 * 80 + v149] = f(1 - a137[v148 * 80 + v149]);
    }
  }
}

function fill151() {
  for (let v152 = 0; v152 < 2; v152++) {
    for (let v153 = 0; v153 < 80; v153++) {
      for (let v154 = 0; v154 < 80; v154++) {
        a150[(v152 * 80 + v153) * 80 + v154] = (v152 < 1 ? f(f(a137[v153 * 80 + v154] * a137[v153 * 80 + v154]) + a142[v153 * 80 + v154]) : f(f(a146[v153 * 80 + v154] * a146[v153 * 80 + v154]) + a142[v153 * 80 + v154]));
      }
    }
  }
}

function fill156(v1) {
  for (let v157 = 0; v157 < 80; v157++) {
    for (let v158 = 0; v158 < 80; v158++) {
      a155[v157 * 80 + v158] = f(f(a150[v157 * 80 + v158] * 1) + f(a150[(80 + v157) * 80 + v158] * v1));
    }
  }
}

function fill160() {
  for (let v161 = 0; v161 < 80; v161++) {
    a159[v161] = f(-0.05 + f(f(1.45 * a108[v161]) / 80));
  }
}

function min162(v1) {
  let v163 = Infinity;
  for (let v164 = 0; v164 < 81; v164++) {
    v163 = f(Math.min(v163, f(a102[v164 * 2] + f(v1 * a102[v164 * 2 + 1]))));
  }
  return [v163];
}

function max165() {
  let v166 = -Infinity;
  for (let v167 = 0; v167 < 80; v167++) {
    for (let v168 = 0; v168 < 80; v168++) {
      v166 = f(Math.max(v166, a155[v167 * 80 + v168]));
    }
  }
  return [v166];
}

function fill174(v3) {
  for (let v175 = 0; v175 < 201; v175++) {
    a173[v175] = (v175 <= v3);
  }
}

function argmax182(v107, v180, v181) {
  let v183 = v107;
  let v184 = 0;
  for (let v185 = 0; v185 < 4; v185++) {
    const v186 = (v185 < 1 ? v107 : (v185 < 2 ? v180 : (v185 < 3 ? v181 : true)));
    if (v186 > v183 || (v186 !== v186 && v183 === v183)) { v183 = v186; v184 = v185; }
  }
  return [v184];
}

function fill188(v163, v169) {
  for (let v189 = 0; v189 < 80; v189++) {
    for (let v190 = 0; v190 < 80; v190++) {
      a187[v189 * 80 + v190] = f(f(Math.floor(f(14 * f(Math.sqrt(f(f(f(Math.max(a155[v189 * 80 + v190], v163)) - v163) / v169)))))) / 14);
    }
  }
}

function fill192() {
  for (let v193 = 0; v193 < 201; v193++) {
    a191[v193 * 2] = ((a173[v193] === 1) ? a6[v193 * 2] : NaN);
    a191[v193 * 2 + 1] = ((a173[v193] === 1) ? a6[v193 * 2 + 1] : NaN);
  }
}

function fill195(v1, v163, v169) {
  for (let v196 = 0; v196 < 80; v196++) {
    for (let v197 = 0; v197 < 80; v197++) {
      a194[v196 * 80 + v197] = f(f(Math.floor(f(14 * f(Math.sqrt(f(f(f(a159[v197] + f(v1 * a159[v196])) - v163) / v169)))))) / 14);
    }
  }
}

function fill201() {
  for (let v202 = 0; v202 < 201; v202++) {
    a200[v202 * 2] = ((a173[v202] === 1) ? a84[v202 * 2] : NaN);
    a200[v202 * 2 + 1] = ((a173[v202] === 1) ? a84[v202 * 2 + 1] : NaN);
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
  const v107 = (v3 < 200);
  fill109();
  fill112();
  fill115();
  fill118();
  fill122();
  fill126();
  fill130(v2);
  fill134();
  fill138();
  fill143();
  fill147();
  fill151();
  fill156(v1);
  fill160();
  const [v163] = min162(v1);
  const [v166] = max165();
  const v169 = f(v166 - v163);
  const v170 = Math.min(Math.max(v105, 0), 200);
  const v171 = f(Math.min(1, f(Math.max(0, f(f(v2 - f(v1 * f(2 - v2))) / f(f(2 * f(v2 - 1)) * f(1 + v1)))))));
  const v172 = ((((v2 > 1) && (v171 > 0)) && (v171 < 1)) ? f(0.6366197466850281 * f(Math.asin(f(Math.sqrt(v171))))) : NaN);
  fill174(v3);
  const v176 = Math.min(Math.max(v105, 0), 200);
  const v177 = (((v2 > 0.9950000047683716) ? 1 : 0) + ((v2 > 1.0049999952316284) ? 1 : 0) | 0);
  const v178 = (v2 > 1.4500000476837158);
  const v179 = Math.min(Math.max(v105, 0), 200);
  const v180 = (a62[200] <= 0.019999999552965164);
  const v181 = (a62[200] >= 0.9800000190734863);
  const [v184] = argmax182(v107, v180, v181);
  fill188(v163, v169);
  fill192();
  fill195(v1, v163, v169);
  const v198 = f(a84[v170 * 2 + 1] - f(f(-1 - a84[v170 * 2]) / v1));
  const v199 = f(a84[v170 * 2 + 1] - f(f(3 - a84[v170 * 2]) / v1));
  fill201();
  const v203 = ((v2 < 0.550000011920929) && (f(Math.abs(f(a84[400] - 0.10000000149011612))) < 0.019999999552965164));
  const v204 = ((v178 && (v1 > 1.0049999952316284)) && (a62[200] < 0.019999999552965164));
  const v205 = (((v178 && v107) && (f(a6[v179 * 2 + 1] * a6[v179 * 2 + 1]) < 0.009999999776482582)) && (f(Math.abs(f(a62[v106] - 0.5))) < 0.15000000596046448));
  a206[0] = 0;
  a206[1] = 0;
  a206[2] = 1;
  a206[3] = 0;
  a207[0] = v172;
  a207[1] = 0;
  a208[0] = a6[0];
  a208[1] = a6[1];
  a209[0] = a6[v176 * 2];
  a209[1] = a6[v176 * 2 + 1];
  a210[0] = a6[400];
  a210[1] = a6[401];
  a211[0] = -1;
  a211[1] = v198;
  a211[2] = 3;
  a211[3] = v199;
  a212[0] = a84[0];
  a212[1] = a84[1];
  a213[0] = a84[v170 * 2];
  a213[1] = a84[v170 * 2 + 1];
  a214[0] = a84[400];
  a214[1] = a84[401];
  a215[0] = a84[400];
  a215[1] = a84[401];
  a216[0] = a84[v170 * 2];
  a216[1] = a84[v170 * 2 + 1];
  a217[0] = v203;
  a217[1] = v204;
  a217[2] = v205;
  return [a187, a206, a191, a207, a208, a209, a210, a194, a102, a211, a200, a212, a213, a214, v184, a62[200], v177, a215, a216, v3, a217];
}
