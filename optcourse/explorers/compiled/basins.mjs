// basins: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: 29d9a1ac7e007d0e
const f = Math.fround;
const a2 = new Float32Array(2);
const c8 = Uint8Array.of(true, false, false, false, false);
const a11 = new Float32Array(1001);
const a12 = new Float32Array(2002);
const a13 = new Float32Array(2002);
const c24 = Float32Array.of(0, 0, 1.5, 0, 2, 0, 1.5, 4, 0.2, -4);
const a41 = new Float32Array(1001);
const a43 = new Float32Array(1001);
const a45 = new Float32Array(1001);
const a47 = new Float32Array(1001);
const a49 = new Float32Array(1001);
const a51 = new Uint8Array(1001);
const a53 = new Float32Array(3003);
const a56 = new Float32Array(1001);
const a58 = new Float32Array(1001);
const a60 = new Float32Array(2002);
const a62 = new Float32Array(2002);
const a77 = new Float32Array(1001);
const a79 = new Float32Array(1001);
const a81 = new Float32Array(2002);
const a83 = new Float32Array(1001);
const a86 = new Float32Array(401);
const a87 = new Float32Array(400);
const a89 = new Float32Array(802);
const a91 = new Float32Array(401);
const a93 = new Float32Array(401);
const a95 = new Float32Array(401);
const a97 = new Float32Array(401);
const a99 = new Float32Array(401);
const a101 = new Uint8Array(401);
const a103 = new Float32Array(401);
const a105 = new Float32Array(401);
const a107 = new Float32Array(1203);
const a113 = new Float32Array(401);
const a115 = new Float32Array(401);
const a117 = new Float32Array(401);
const a119 = new Float32Array(1203);
const a121 = new Float32Array(401);
const a123 = new Float32Array(401);
const a125 = new Uint8Array(401);
const a127 = new Int32Array(401);
const a129 = new Int32Array(401);
const a132 = new Int32Array(401);
const a134 = new Int32Array(401);
const a138 = new Int32Array(401);
const a140 = new Int32Array(401);
const a142 = new Float32Array(802);
const a146 = new Float32Array(401);
const a148 = new Float32Array(401);
const a150 = new Float32Array(400);
const a152 = new Float32Array(802);
const a157 = new Float32Array(401);
const a159 = new Float32Array(401);
const a161 = new Float32Array(401);
const a163 = new Float32Array(1203);
const a165 = new Uint8Array(401);
const a167 = new Int32Array(401);
const a169 = new Int32Array(401);
const a172 = new Int32Array(401);
const a174 = new Int32Array(401);
const a178 = new Int32Array(401);
const a180 = new Int32Array(401);
const a182 = new Float32Array(802);
const a186 = new Float32Array(401);
const a215 = new Float32Array(4);
const a216 = new Float32Array(2);
const a217 = new Float32Array(2);
const a218 = new Float32Array(2);
const a219 = new Int32Array(3);
const a220 = new Float32Array(2);
const a221 = new Float32Array(3);
const a222 = new Uint8Array(3);

function choose10(v9, v4, v3, v6) {
  if (v9 <= 0) {
    const v14 = f(1 * 1);
    const v15 = f(1 * v4);
    const v16 = f(v15 + v14);
    let v17;
    let v18;
    v17 = v3;
    v18 = 0.30000001192092896;
    for (let v19 = 0; v19 < 1001; v19++) {
      const v20 = f(1.5707963705062866 * v17);
      const v21 = f(Math.sin(v20));
      const v22 = f(Math.cos(v20));
      const v23 = f(v21 * v22);
      const v25 = f(c24[v6 * 2] - f(c24[v6 * 2 + 1] * f(v23 * v23)));
      const v26 = (v25 <= 0);
      const v27 = f(Math.sqrt((v26 ? 1 : v25)));
      const v28 = (v26 ? 0 : v27);
      const v29 = f(v21 * v21);
      const v30 = f(v23 * v28);
      const v31 = f(v16 * f(2 * v18));
      const v32 = f(v16 * f(2 * v30));
      const v33 = f(f(-f(v15 * f(2 * f(1 - v29)))) + f(v14 * f(2 * v29)));
      const v34 = f(f(0 + 0) + v33);
      const v35 = f(f(0 + v32) + 0);
      const v36 = f(f(v31 + 0) + 0);
      const v37 = f(f(v35 * v28) + f(f(c24[v6 * 2 + 1] * f(-(v26 ? 0 : f((v26 ? 0 : f(v23 * v35)) * f(0.5 / v27))))) * f(2 * v23)));
      const v38 = f(1.5707963705062866 * f(f(f(f(-f(v21 * v37)) * v21) + f(f(v37 * v22) * v22)) + f(f(v34 * f(2 * v21)) * v22)));
      const v39 = f(v17 + f(-0.019999999552965164 * f(0 + v38)));
      const v40 = f(v18 + f(-0.019999999552965164 * f(v36 + 0)));
      a13[v19 * 2] = v17;
      a13[v19 * 2 + 1] = v18;
      v17 = v39;
      v18 = v40;
    }
    for (let v42 = 0; v42 < 1001; v42++) {
      a41[v42] = f(1.5707963705062866 * a13[v42 * 2]);
    }
    for (let v44 = 0; v44 < 1001; v44++) {
      a43[v44] = f(Math.sin(a41[v44]));
    }
    for (let v46 = 0; v46 < 1001; v46++) {
      a45[v46] = f(a43[v46] * a43[v46]);
    }
    for (let v48 = 0; v48 < 1001; v48++) {
      a47[v48] = f(a43[v48] * f(Math.cos(a41[v48])));
    }
    for (let v50 = 0; v50 < 1001; v50++) {
      a49[v50] = f(c24[v6 * 2] - f(c24[v6 * 2 + 1] * f(a47[v50] * a47[v50])));
    }
    for (let v52 = 0; v52 < 1001; v52++) {
      a51[v52] = (a49[v52] <= 0);
    }
    for (let v54 = 0; v54 < 3; v54++) {
      for (let v55 = 0; v55 < 1001; v55++) {
        a53[v54 * 1001 + v55] = (v54 < 1 ? a45[v55] : (v54 < 2 ? f(a47[v55] * ((a51[v55] === 1) ? 0 : f(Math.sqrt(((a51[v55] === 1) ? 1 : a49[v55]))))) : a13[v55 * 2 + 1]));
      }
    }
    for (let v57 = 0; v57 < 1001; v57++) {
      a56[v57] = f(f(a53[1001 + v57] * a53[1001 + v57]) + f(a53[2002 + v57] * a53[2002 + v57]));
    }
    for (let v59 = 0; v59 < 1001; v59++) {
      a58[v59] = f(1 - a53[v59]);
    }
    for (let v61 = 0; v61 < 1001; v61++) {
      a60[v61 * 2] = f(f(a53[v61] * a53[v61]) + a56[v61]);
      a60[v61 * 2 + 1] = f(f(a58[v61] * a58[v61]) + a56[v61]);
    }
    a11.set(a45);
    a12.set(a60);
  }
  else  {
    const v63 = f(1 * 1);
    const v64 = f(1 * v4);
    const v65 = f(v64 + v63);
    let v66;
    let v67;
    v66 = v3;
    v67 = 0.30000001192092896;
    for (let v68 = 0; v68 < 1001; v68++) {
      const v69 = f(v65 * f(2 * v67));
      const v70 = f(v65 * f(2 * 0));
      const v71 = f(f(-f(v64 * f(2 * f(1 - v66)))) + f(v63 * f(2 * v66)));
      const v72 = f(f(0 + 0) + v71);
      const v73 = f(f(0 + v70) + 0);
      const v74 = f(f(v69 + 0) + 0);
      const v75 = f(v66 + f(-0.019999999552965164 * f(0 + v72)));
      const v76 = f(v67 + f(-0.019999999552965164 * f(v74 + 0)));
      a62[v68 * 2] = v66;
      a62[v68 * 2 + 1] = v67;
      v66 = v75;
      v67 = v76;
    }
    for (let v78 = 0; v78 < 1001; v78++) {
      a77[v78] = f(f(0 * 0) + f(a62[v78 * 2 + 1] * a62[v78 * 2 + 1]));
    }
    for (let v80 = 0; v80 < 1001; v80++) {
      a79[v80] = f(1 - a62[v80 * 2]);
    }
    for (let v82 = 0; v82 < 1001; v82++) {
      a81[v82 * 2] = f(f(a62[v82 * 2] * a62[v82 * 2]) + a77[v82]);
      a81[v82 * 2 + 1] = f(f(a79[v82] * a79[v82]) + a77[v82]);
    }
    for (let v84 = 0; v84 < 1001; v84++) {
      a83[v84] = a62[v84 * 2];
    }
    a11.set(a83);
    a12.set(a81);
  }
  return [];
}

function choose85(v9, v6, v4) {
  if (v9 <= 0) {
    for (let v88 = 0; v88 < 400; v88++) {
      a87[v88] = f(v88 / 400);
    }
    for (let v90 = 0; v90 < 401; v90++) {
      a89[v90 * 2] = (v90 < 400 ? f(f(0.0020000000949949026 * f(1 - a87[v90])) + f(0.9980000257492065 * a87[v90])) : 0.9980000257492065);
      a89[v90 * 2 + 1] = 0;
    }
    for (let v92 = 0; v92 < 401; v92++) {
      a91[v92] = f(1.5707963705062866 * a89[v92 * 2]);
    }
    for (let v94 = 0; v94 < 401; v94++) {
      a93[v94] = f(Math.sin(a91[v94]));
    }
    for (let v96 = 0; v96 < 401; v96++) {
      a95[v96] = f(Math.cos(a91[v96]));
    }
    for (let v98 = 0; v98 < 401; v98++) {
      a97[v98] = f(a93[v98] * a95[v98]);
    }
    for (let v100 = 0; v100 < 401; v100++) {
      a99[v100] = f(c24[v6 * 2] - f(c24[v6 * 2 + 1] * f(a97[v100] * a97[v100])));
    }
    for (let v102 = 0; v102 < 401; v102++) {
      a101[v102] = (a99[v102] <= 0);
    }
    for (let v104 = 0; v104 < 401; v104++) {
      a103[v104] = f(Math.sqrt(((a101[v104] === 1) ? 1 : a99[v104])));
    }
    for (let v106 = 0; v106 < 401; v106++) {
      a105[v106] = ((a101[v106] === 1) ? 0 : a103[v106]);
    }
    for (let v108 = 0; v108 < 3; v108++) {
      for (let v109 = 0; v109 < 401; v109++) {
        a107[v108 * 401 + v109] = (v108 < 1 ? f(a93[v109] * a93[v109]) : (v108 < 2 ? f(a97[v109] * a105[v109]) : a89[v109 * 2 + 1]));
      }
    }
    const v110 = f(1 * 1);
    const v111 = f(1 * v4);
    const v112 = f(v111 + v110);
    for (let v114 = 0; v114 < 401; v114++) {
      a113[v114] = f(v112 * f(2 * a107[802 + v114]));
    }
    for (let v116 = 0; v116 < 401; v116++) {
      a115[v116] = f(v112 * f(2 * a107[401 + v116]));
    }
    for (let v118 = 0; v118 < 401; v118++) {
      a117[v118] = f(f(-f(v111 * f(2 * f(1 - a107[v118])))) + f(v110 * f(2 * a107[v118])));
    }
    for (let v120 = 0; v120 < 401; v120++) {
      a119[v120 * 3] = f(f(0 + 0) + a117[v120]);
      a119[v120 * 3 + 1] = f(f(0 + a115[v120]) + 0);
      a119[v120 * 3 + 2] = f(f(a113[v120] + 0) + 0);
    }
    for (let v122 = 0; v122 < 401; v122++) {
      a121[v122] = f(f(a119[v122 * 3 + 1] * a105[v122]) + f(f(c24[v6 * 2 + 1] * f(-((a101[v122] === 1) ? 0 : f(((a101[v122] === 1) ? 0 : f(a97[v122] * a119[v122 * 3 + 1])) * f(0.5 / a103[v122]))))) * f(2 * a97[v122])));
    }
    for (let v124 = 0; v124 < 401; v124++) {
      a123[v124] = f(1.5707963705062866 * f(f(f(f(-f(a93[v124] * a121[v124])) * a93[v124]) + f(f(a121[v124] * a95[v124]) * a95[v124])) + f(f(a119[v124 * 3] * f(2 * a93[v124])) * a95[v124])));
    }
    for (let v126 = 0; v126 < 401; v126++) {
      a125[v126] = (f(0 + a123[v126]) > 0);
    }
    for (let v128 = 0; v128 < 401; v128++) {
      a127[v128] = ((a125[v128] === 1) ? 0 : v128);
    }
    let v130 = -2147483648;
    for (let v131 = 0; v131 < 401; v131++) {
      v130 = (Math.max(v130, a127[v131]) | 0);
      a129[v131] = v130;
    }
    for (let v133 = 0; v133 < 401; v133++) {
      a132[v133] = ((a125[v133] === 1) ? v133 : 400);
    }
    let v135 = 2147483647;
    for (let v136 = 0; v136 < 401; v136++) {
      const v137 = 400 - v136;
      v135 = (Math.min(v135, a132[v137]) | 0);
      a134[v137] = v135;
    }
    for (let v139 = 0; v139 < 401; v139++) {
      a138[v139] = ((a125[v139] === 1) ? a129[v139] : a134[v139]);
    }
    for (let v141 = 0; v141 < 401; v141++) {
      a140[v141] = ((a138[v141] < 0) ? (a138[v141] + 401 | 0) : a138[v141]);
    }
    for (let v143 = 0; v143 < 401; v143++) {
      const v144 = Math.min(Math.max(a140[v143], 0), 400);
      a142[v143 * 2] = a89[v144 * 2];
      const v145 = Math.min(Math.max(a140[v143], 0), 400);
      a142[v143 * 2 + 1] = a89[v145 * 2 + 1];
    }
    for (let v147 = 0; v147 < 401; v147++) {
      a146[v147] = f(Math.sin(f(1.5707963705062866 * a142[v147 * 2])));
    }
    for (let v149 = 0; v149 < 401; v149++) {
      a148[v149] = f(a146[v149] * a146[v149]);
    }
    a86.set(a148);
  }
  else  {
    for (let v151 = 0; v151 < 400; v151++) {
      a150[v151] = f(v151 / 400);
    }
    for (let v153 = 0; v153 < 401; v153++) {
      a152[v153 * 2] = (v153 < 400 ? f(f(0.0020000000949949026 * f(1 - a150[v153])) + f(0.9980000257492065 * a150[v153])) : 0.9980000257492065);
      a152[v153 * 2 + 1] = 0;
    }
    const v154 = f(1 * 1);
    const v155 = f(1 * v4);
    const v156 = f(v155 + v154);
    for (let v158 = 0; v158 < 401; v158++) {
      a157[v158] = f(v156 * f(2 * a152[v158 * 2 + 1]));
    }
    for (let v160 = 0; v160 < 401; v160++) {
      a159[v160] = f(v156 * f(2 * 0));
    }
    for (let v162 = 0; v162 < 401; v162++) {
      a161[v162] = f(f(-f(v155 * f(2 * f(1 - a152[v162 * 2])))) + f(v154 * f(2 * a152[v162 * 2])));
    }
    for (let v164 = 0; v164 < 401; v164++) {
      a163[v164 * 3] = f(f(0 + 0) + a161[v164]);
      a163[v164 * 3 + 1] = f(f(0 + a159[v164]) + 0);
      a163[v164 * 3 + 2] = f(f(a157[v164] + 0) + 0);
    }
    for (let v166 = 0; v166 < 401; v166++) {
      a165[v166] = (f(0 + a163[v166 * 3]) > 0);
    }
    for (let v168 = 0; v168 < 401; v168++) {
      a167[v168] = ((a165[v168] === 1) ? 0 : v168);
    }
    let v170 = -2147483648;
    for (let v171 = 0; v171 < 401; v171++) {
      v170 = (Math.max(v170, a167[v171]) | 0);
      a169[v171] = v170;
    }
    for (let v173 = 0; v173 < 401; v173++) {
      a172[v173] = ((a165[v173] === 1) ? v173 : 400);
    }
    let v175 = 2147483647;
    for (let v176 = 0; v176 < 401; v176++) {
      const v177 = 400 - v176;
      v175 = (Math.min(v175, a172[v177]) | 0);
      a174[v177] = v175;
    }
    for (let v179 = 0; v179 < 401; v179++) {
      a178[v179] = ((a165[v179] === 1) ? a169[v179] : a174[v179]);
    }
    for (let v181 = 0; v181 < 401; v181++) {
      a180[v181] = ((a178[v181] < 0) ? (a178[v181] + 401 | 0) : a178[v181]);
    }
    for (let v183 = 0; v183 < 401; v183++) {
      const v184 = Math.min(Math.max(a180[v183], 0), 400);
      a182[v183 * 2] = a152[v184 * 2];
      const v185 = Math.min(Math.max(a180[v183], 0), 400);
      a182[v183 * 2 + 1] = a152[v185 * 2 + 1];
    }
    for (let v187 = 0; v187 < 401; v187++) {
      a186[v187] = a182[v187 * 2];
    }
    a86.set(a186);
  }
  return [];
}

function sum190(v189) {
  let v191 = 0;
  for (let v192 = 0; v192 < 401; v192++) {
    v191 = f(v191 + f(((a86[v192] < v189) ? 1 : 0)));
  }
  return [v191];
}

function sum194(v189) {
  let v195 = 0;
  for (let v196 = 0; v196 < 401; v196++) {
    v195 = f(v195 + f(((a86[v196] > f(1 - v189)) ? 1 : 0)));
  }
  return [v195];
}

function argmax203(v202, v201) {
  let v204 = v202;
  let v205 = 0;
  for (let v206 = 0; v206 < 3; v206++) {
    const v207 = (v206 < 1 ? v202 : (v206 < 2 ? v201 : true));
    if (v207 > v204 || (v207 !== v207 && v204 === v204)) { v204 = v207; v205 = v206; }
  }
  return [v205];
}

export function compute(x0, x1) {
  const v1 = x0;
  a2.set(x1);
  const v3 = f(Math.min(0.9980000257492065, f(Math.max(0.0020000000949949026, a2[0]))));
  const v4 = f(Math.min(5, f(Math.max(0.20000000298023224, a2[1]))));
  const v5 = ((v1 < 0) ? (v1 + 5 | 0) : v1);
  const v6 = Math.min(Math.max(v5, 0), 4);
  const v7 = Math.min(Math.max(v5, 0), 4);
  const v9 = ((c8[v7] === 1) ? 1 : 0);
  const r10 = kept(choose10, v9, v4, v3, v6);
  const r85 = kept(choose85, v9, v6, v4);
  const v188 = (v1 === 4);
  const v189 = (v188 ? 0.27639320225002106 : 0.02);
  const r190 = kept(sum190, v189, r85);
  const [v191] = r190;
  const v193 = f(v191 / 401);
  const r194 = kept(sum194, v189, r85);
  const [v195] = r194;
  const v197 = f(v195 / 401);
  const v198 = f(100 * v193);
  const v199 = f(100 * f(Math.max(0, f(f(1 - v193) - v197))));
  const v200 = f(100 * v197);
  const v201 = (a11[1000] >= 0.9800000190734863);
  const v202 = (a11[1000] <= 0.019999999552965164);
  const r203 = kept(argmax203, v202, v201);
  const [v205] = r203;
  const v208 = f(Math.min(f(Math.min(v198, v199)), v200));
  const v209 = (0 + (Math.imul(3, (v188 ? 1 : 0)) | 0) | 0);
  const v210 = (1 + (Math.imul(3, (v188 ? 1 : 0)) | 0) | 0);
  const v211 = (2 + (Math.imul(3, (v188 ? 1 : 0)) | 0) | 0);
  const v212 = (((v1 === 1) && (v3 < 0.5)) && v201);
  const v213 = ((v1 === 3) && (v208 >= 15));
  const v214 = ((v1 === 0) && (f(Math.abs(f(a12[2000] - 0.5))) < 0.029999999329447746));
  a215[0] = 0;
  a215[1] = v4;
  a215[2] = 1;
  a215[3] = v4;
  a216[0] = v3;
  a216[1] = v4;
  a217[0] = a12[0];
  a217[1] = a12[1];
  a218[0] = a12[2000];
  a218[1] = a12[2001];
  a219[0] = v209;
  a219[1] = v210;
  a219[2] = v211;
  a220[0] = a12[2000];
  a220[1] = a12[2001];
  a221[0] = v198;
  a221[1] = v199;
  a221[2] = v200;
  a222[0] = v212;
  a222[1] = v213;
  a222[2] = v214;
  return [a215, a216, a12, a217, a218, v205, v4, a11[1000], a219, v208, a220, a221, a222];
}

// What a loop returns: as last time where all that it reads is as it was then; otherwise it runs.
const lastCalls = new Map();
function kept(loop, ...reads) {
  const last = lastCalls.get(loop);
  if (last && reads.every((x, i) => Object.is(x, last.reads[i]))) return last.results;
  const results = loop(...reads);
  lastCalls.set(loop, { reads, results });
  return results;
}
