// weighted_sum: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: 29cad6d979f60540
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
const a107 = new Float32Array(80);
const a110 = new Float32Array(80);
const a113 = new Float32Array(80);
const a116 = new Float32Array(6400);
const a120 = new Float32Array(6400);
const a124 = new Float32Array(6400);
const a128 = new Float32Array(6400);
const a132 = new Uint8Array(6400);
const a136 = new Float32Array(19200);
const a141 = new Float32Array(6400);
const a145 = new Float32Array(6400);
const a149 = new Float32Array(12800);
const a154 = new Float32Array(6400);
const a158 = new Float32Array(80);
const a172 = new Uint8Array(201);
const a186 = new Float32Array(6400);
const a190 = new Float32Array(402);
const a193 = new Float32Array(6400);
const a199 = new Float32Array(402);
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

function fill108() {
  for (let v109 = 0; v109 < 80; v109++) {
    a107[v109] = f(f(v109) + 0.5);
  }
}

function fill111() {
  for (let v112 = 0; v112 < 80; v112++) {
    a110[v112] = f(-0.62 + f(f(1.24 * a107[v112]) / 80));
  }
}

function fill114() {
  for (let v115 = 0; v115 < 80; v115++) {
    a113[v115] = f(0 + f(f(1 * a107[v115]) / 80));
  }
}

function fill117() {
  for (let v118 = 0; v118 < 80; v118++) {
    for (let v119 = 0; v119 < 80; v119++) {
      a116[v118 * 80 + v119] = f(1.5707963267948966 * a113[v119]);
    }
  }
}

function fill121() {
  for (let v122 = 0; v122 < 80; v122++) {
    for (let v123 = 0; v123 < 80; v123++) {
      a120[v122 * 80 + v123] = f(Math.sin(a116[v122 * 80 + v123]));
    }
  }
}

function fill125() {
  for (let v126 = 0; v126 < 80; v126++) {
    for (let v127 = 0; v127 < 80; v127++) {
      a124[v126 * 80 + v127] = f(a120[v126 * 80 + v127] * f(Math.cos(a116[v126 * 80 + v127])));
    }
  }
}

function fill129(v2) {
  for (let v130 = 0; v130 < 80; v130++) {
    for (let v131 = 0; v131 < 80; v131++) {
      a128[v130 * 80 + v131] = f(v2 - f(0 * f(a124[v130 * 80 + v131] * a124[v130 * 80 + v131])));
    }
  }
}

function fill133() {
  for (let v134 = 0; v134 < 80; v134++) {
    for (let v135 = 0; v135 < 80; v135++) {
      a132[v134 * 80 + v135] = (a128[v134 * 80 + v135] <= 0);
    }
  }
}

function fill137() {
  for (let v138 = 0; v138 < 3; v138++) {
    for (let v139 = 0; v139 < 80; v139++) {
      for (let v140 = 0; v140 < 80; v140++) {
        a136[(v138 * 80 + v139) * 80 + v140] = (v138 < 1 ? f(a120[v139 * 80 + v140] * a120[v139 * 80 + v140]) : (v138 < 2 ? f(a124[v139 * 80 + v140] * ((a132[v139 * 80 + v140] === 1) ? 0 : f(Math.sqrt(((a132[v139 * 80 + v140] === 1) ? 1 : a128[v139 * 80 + v140]))))) : a110[v139]));
      }
    }
  }
}

function fill142() {
  for (let v143 = 0; v143 < 80; v143++) {
    for (let v144 = 0; v144 < 80; v144++) {
      a141[v143 * 80 + v144] = f(f(a136[(80 + v143) * 80 + v144] * a136[(80 + v143) * 80 + v144]) + f(a136[(160 + v143) * 80 + v144] * a136[(160 + v143) * 80 + v144]));
    }
  }
}

function fill146() {
  for (let v147 = 0; v147 < 80; v147++) {
    for (let v148 = 0; v148 < 80; v148++) {
      a145[v147 * 80 + v148] = f(1 - a136[v147 * 80 + v148]);
    }
  }
}

function fill150() {
  for (let v151 = 0; v151 < 2; v151++) {
    for (let v152 = 0; v152 < 80; v152++) {
      for (let v153 = 0; v153 < 80; v153++) {
        a149[(v151 * 80 + v152) * 80 + v153] = (v151 < 1 ? f(f(a136[v152 * 80 + v153] * a136[v152 * 80 + v153]) + a141[v152 * 80 + v153]) : f(f(a145[v152 * 80 + v153] * a145[v152 * 80 + v153]) + a141[v152 * 80 + v153]));
      }
    }
  }
}

function fill155(v1) {
  for (let v156 = 0; v156 < 80; v156++) {
    for (let v157 = 0; v157 < 80; v157++) {
      a154[v156 * 80 + v157] = f(f(a149[v156 * 80 + v157] * 1) + f(a149[(80 + v156) * 80 + v157] * v1));
    }
  }
}

function fill159() {
  for (let v160 = 0; v160 < 80; v160++) {
    a158[v160] = f(-0.05 + f(f(1.45 * a107[v160]) / 80));
  }
}

function min161(v1) {
  let v162 = Infinity;
  for (let v163 = 0; v163 < 81; v163++) {
    v162 = f(Math.min(v162, f(a102[v163 * 2] + f(v1 * a102[v163 * 2 + 1]))));
  }
  return [v162];
}

function max164() {
  let v165 = -Infinity;
  for (let v166 = 0; v166 < 80; v166++) {
    for (let v167 = 0; v167 < 80; v167++) {
      v165 = f(Math.max(v165, a154[v166 * 80 + v167]));
    }
  }
  return [v165];
}

function fill173(v3) {
  for (let v174 = 0; v174 < 201; v174++) {
    a172[v174] = (v174 <= v3);
  }
}

function argmax181(v179, v180) {
  let v182 = v179;
  let v183 = 0;
  for (let v184 = 0; v184 < 3; v184++) {
    const v185 = (v184 < 1 ? v179 : (v184 < 2 ? v180 : true));
    if (v185 > v182 || (v185 !== v185 && v182 === v182)) { v182 = v185; v183 = v184; }
  }
  return [v183];
}

function fill187(v162, v168) {
  for (let v188 = 0; v188 < 80; v188++) {
    for (let v189 = 0; v189 < 80; v189++) {
      a186[v188 * 80 + v189] = f(f(Math.floor(f(14 * f(Math.sqrt(f(f(f(Math.max(a154[v188 * 80 + v189], v162)) - v162) / v168)))))) / 14);
    }
  }
}

function fill191() {
  for (let v192 = 0; v192 < 201; v192++) {
    a190[v192 * 2] = ((a172[v192] === 1) ? a6[v192 * 2] : NaN);
    a190[v192 * 2 + 1] = ((a172[v192] === 1) ? a6[v192 * 2 + 1] : NaN);
  }
}

function fill194(v1, v162, v168) {
  for (let v195 = 0; v195 < 80; v195++) {
    for (let v196 = 0; v196 < 80; v196++) {
      a193[v195 * 80 + v196] = f(f(Math.floor(f(14 * f(Math.sqrt(f(f(f(a158[v196] + f(v1 * a158[v195])) - v162) / v168)))))) / 14);
    }
  }
}

function fill200() {
  for (let v201 = 0; v201 < 201; v201++) {
    a199[v201 * 2] = ((a172[v201] === 1) ? a84[v201 * 2] : NaN);
    a199[v201 * 2 + 1] = ((a172[v201] === 1) ? a84[v201 * 2 + 1] : NaN);
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
  fill108();
  fill111();
  fill114();
  fill117();
  fill121();
  fill125();
  fill129(v2);
  fill133();
  fill137();
  fill142();
  fill146();
  fill150();
  fill155(v1);
  fill159();
  const [v162] = min161(v1);
  const [v165] = max164();
  const v168 = f(v165 - v162);
  const v169 = Math.min(Math.max(v105, 0), 200);
  const v170 = f(Math.min(1, f(Math.max(0, f(f(v2 - f(v1 * f(2 - v2))) / f(f(2 * f(v2 - 1)) * f(1 + v1)))))));
  const v171 = ((((v2 > 1) && (v170 > 0)) && (v170 < 1)) ? f(0.6366197466850281 * f(Math.asin(f(Math.sqrt(v170))))) : NaN);
  fill173(v3);
  const v175 = Math.min(Math.max(v105, 0), 200);
  const v176 = (((v2 > 0.9950000047683716) ? 1 : 0) + ((v2 > 1.0049999952316284) ? 1 : 0) | 0);
  const v177 = (v2 > 1.4500000476837158);
  const v178 = Math.min(Math.max(v105, 0), 200);
  const v179 = (a62[v106] <= 0.019999999552965164);
  const v180 = (a62[v106] >= 0.9800000190734863);
  const [v183] = argmax181(v179, v180);
  fill187(v162, v168);
  fill191();
  fill194(v1, v162, v168);
  const v197 = f(a84[v169 * 2 + 1] - f(f(-1 - a84[v169 * 2]) / v1));
  const v198 = f(a84[v169 * 2 + 1] - f(f(3 - a84[v169 * 2]) / v1));
  fill200();
  const v202 = (v3 === 200);
  const v203 = ((v2 < 0.550000011920929) && (f(Math.abs(f(a84[400] - 0.10000000149011612))) < 0.019999999552965164));
  const v204 = ((v177 && (v1 > 1.0049999952316284)) && (a62[200] < 0.019999999552965164));
  const v205 = (((v177 && (v3 < 200)) && (f(a6[v178 * 2 + 1] * a6[v178 * 2 + 1]) < 0.009999999776482582)) && (f(Math.abs(f(a62[v106] - 0.5))) < 0.15000000596046448));
  a206[0] = 0;
  a206[1] = 0;
  a206[2] = 1;
  a206[3] = 0;
  a207[0] = v171;
  a207[1] = 0;
  a208[0] = a6[0];
  a208[1] = a6[1];
  a209[0] = a6[v175 * 2];
  a209[1] = a6[v175 * 2 + 1];
  a210[0] = a6[400];
  a210[1] = a6[401];
  a211[0] = -1;
  a211[1] = v197;
  a211[2] = 3;
  a211[3] = v198;
  a212[0] = a84[0];
  a212[1] = a84[1];
  a213[0] = a84[v169 * 2];
  a213[1] = a84[v169 * 2 + 1];
  a214[0] = a84[400];
  a214[1] = a84[401];
  a215[0] = a84[400];
  a215[1] = a84[401];
  a216[0] = a84[v169 * 2];
  a216[1] = a84[v169 * 2 + 1];
  a217[0] = v203;
  a217[1] = v204;
  a217[2] = v205;
  return [a186, a206, a190, a207, a208, a209, a210, a193, a102, a211, a199, a212, a213, a214, v183, a62[200], v176, a215, a216, v202, a217];
}
