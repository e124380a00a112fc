// weighted_sum: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: a55d32c0c9d97d0a
const f = Math.fround;
const a4 = new Float32Array(2);
const a7 = new Float32Array(402);
const a35 = new Float32Array(201);
const a38 = new Float32Array(201);
const a41 = new Float32Array(201);
const a44 = new Float32Array(201);
const a47 = new Float32Array(201);
const a50 = new Uint8Array(201);
const a53 = new Float32Array(603);
const a57 = new Float32Array(201);
const a60 = new Float32Array(201);
const a63 = new Float32Array(402);
const a66 = new Float32Array(80);
const a69 = new Float32Array(81);
const a72 = new Float32Array(81);
const a75 = new Float32Array(81);
const a78 = new Float32Array(81);
const a81 = new Float32Array(162);
const a89 = new Float32Array(80);
const a92 = new Float32Array(80);
const a95 = new Float32Array(80);
const a98 = new Float32Array(6400);
const a102 = new Float32Array(6400);
const a106 = new Float32Array(6400);
const a110 = new Float32Array(6400);
const a114 = new Uint8Array(6400);
const a118 = new Float32Array(19200);
const a123 = new Float32Array(6400);
const a127 = new Float32Array(6400);
const a131 = new Float32Array(12800);
const a136 = new Float32Array(6400);
const a140 = new Float32Array(80);
const a155 = new Uint8Array(201);
const a169 = new Float32Array(6400);
const a173 = new Float32Array(402);
const a176 = new Float32Array(6400);
const a186 = new Float32Array(402);
const a193 = new Float32Array(4);
const a194 = new Float32Array(2);
const a195 = new Float32Array(2);
const a196 = new Float32Array(2);
const a197 = new Float32Array(2);
const a198 = new Float32Array(12);
const a199 = new Float32Array(4);
const a200 = new Float32Array(2);
const a201 = new Float32Array(2);
const a202 = new Float32Array(2);
const a203 = new Float32Array(2);
const a204 = new Float32Array(2);
const a205 = new Uint8Array(3);

function scan8(v1, v5, v6, v2) {
  const v9 = f(1 * 1);
  const v10 = f(1 * v1);
  const v11 = f(v10 + v9);
  let v12;
  let v13;
  v12 = v5;
  v13 = v6;
  for (let v14 = 0; v14 < 201; v14++) {
    const v15 = f(1.5707963705062866 * v12);
    const v16 = f(Math.sin(v15));
    const v17 = f(Math.cos(v15));
    const v18 = f(v16 * v17);
    const v19 = f(v2 - f(0 * f(v18 * v18)));
    const v20 = (v19 <= 0);
    const v21 = f(Math.sqrt((v20 ? 1 : v19)));
    const v22 = (v20 ? 0 : v21);
    const v23 = f(v16 * v16);
    const v24 = f(v18 * v22);
    const v25 = f(v11 * f(2 * v13));
    const v26 = f(v11 * f(2 * v24));
    const v27 = f(f(-f(v10 * f(2 * f(1 - v23)))) + f(v9 * f(2 * v23)));
    const v28 = f(f(0 + 0) + v27);
    const v29 = f(f(0 + v26) + 0);
    const v30 = f(f(v25 + 0) + 0);
    const v31 = f(f(v29 * v22) + f(f(0 * f(-(v20 ? 0 : f((v20 ? 0 : f(v18 * v29)) * f(0.5 / v21))))) * f(2 * v18)));
    const v32 = f(1.5707963705062866 * f(f(f(f(-f(v16 * v31)) * v16) + f(f(v31 * v17) * v17)) + f(f(v28 * f(2 * v16)) * v17)));
    const v33 = f(v12 + f(-0.019999999552965164 * f(0 + v32)));
    const v34 = f(v13 + f(-0.019999999552965164 * f(v30 + 0)));
    a7[v14 * 2] = v12;
    a7[v14 * 2 + 1] = v13;
    v12 = v33;
    v13 = v34;
  }
  return [v12, v13];
}

function fill36() {
  for (let v37 = 0; v37 < 201; v37++) {
    a35[v37] = f(1.5707963705062866 * a7[v37 * 2]);
  }
  return [];
}

function fill39() {
  for (let v40 = 0; v40 < 201; v40++) {
    a38[v40] = f(Math.sin(a35[v40]));
  }
  return [];
}

function fill42() {
  for (let v43 = 0; v43 < 201; v43++) {
    a41[v43] = f(a38[v43] * a38[v43]);
  }
  return [];
}

function fill45() {
  for (let v46 = 0; v46 < 201; v46++) {
    a44[v46] = f(a38[v46] * f(Math.cos(a35[v46])));
  }
  return [];
}

function fill48(v2) {
  for (let v49 = 0; v49 < 201; v49++) {
    a47[v49] = f(v2 - f(0 * f(a44[v49] * a44[v49])));
  }
  return [];
}

function fill51() {
  for (let v52 = 0; v52 < 201; v52++) {
    a50[v52] = (a47[v52] <= 0);
  }
  return [];
}

function fill54() {
  for (let v55 = 0; v55 < 3; v55++) {
    for (let v56 = 0; v56 < 201; v56++) {
      a53[v55 * 201 + v56] = (v55 < 1 ? a41[v56] : (v55 < 2 ? f(a44[v56] * ((a50[v56] === 1) ? 0 : f(Math.sqrt(((a50[v56] === 1) ? 1 : a47[v56]))))) : a7[v56 * 2 + 1]));
    }
  }
  return [];
}

function fill58() {
  for (let v59 = 0; v59 < 201; v59++) {
    a57[v59] = f(f(a53[201 + v59] * a53[201 + v59]) + f(a53[402 + v59] * a53[402 + v59]));
  }
  return [];
}

function fill61() {
  for (let v62 = 0; v62 < 201; v62++) {
    a60[v62] = f(1 - a53[v62]);
  }
  return [];
}

function fill64() {
  for (let v65 = 0; v65 < 201; v65++) {
    a63[v65 * 2] = f(f(a53[v65] * a53[v65]) + a57[v65]);
    a63[v65 * 2 + 1] = f(f(a60[v65] * a60[v65]) + a57[v65]);
  }
  return [];
}

function fill67() {
  for (let v68 = 0; v68 < 80; v68++) {
    a66[v68] = f(v68 / 80);
  }
  return [];
}

function fill70() {
  for (let v71 = 0; v71 < 81; v71++) {
    a69[v71] = (v71 < 80 ? f(f(0 * f(1 - a66[v71])) + f(1 * a66[v71])) : 1);
  }
  return [];
}

function fill73() {
  for (let v74 = 0; v74 < 81; v74++) {
    a72[v74] = f(1 - a69[v74]);
  }
  return [];
}

function fill76() {
  for (let v77 = 0; v77 < 81; v77++) {
    a75[v77] = f(a69[v77] * a72[v77]);
  }
  return [];
}

function fill79(v2) {
  for (let v80 = 0; v80 < 81; v80++) {
    a78[v80] = f(a75[v80] * f(v2 - f(0 * a75[v80])));
  }
  return [];
}

function fill82() {
  for (let v83 = 0; v83 < 81; v83++) {
    a81[v83 * 2] = f(f(a69[v83] * a69[v83]) + a78[v83]);
    a81[v83 * 2 + 1] = f(f(a72[v83] * a72[v83]) + a78[v83]);
  }
  return [];
}

function min86(v1) {
  let v87 = Infinity;
  for (let v88 = 0; v88 < 81; v88++) {
    v87 = f(Math.min(v87, f(a81[v88 * 2] + f(v1 * a81[v88 * 2 + 1]))));
  }
  return [v87];
}

function fill90() {
  for (let v91 = 0; v91 < 80; v91++) {
    a89[v91] = f(f(v91) + 0.5);
  }
  return [];
}

function fill93() {
  for (let v94 = 0; v94 < 80; v94++) {
    a92[v94] = f(-0.62 + f(f(1.24 * a89[v94]) / 80));
  }
  return [];
}

function fill96() {
  for (let v97 = 0; v97 < 80; v97++) {
    a95[v97] = f(0 + f(f(1 * a89[v97]) / 80));
  }
  return [];
}

function fill99() {
  for (let v100 = 0; v100 < 80; v100++) {
    for (let v101 = 0; v101 < 80; v101++) {
      a98[v100 * 80 + v101] = f(1.5707963267948966 * a95[v101]);
    }
  }
  return [];
}

function fill103() {
  for (let v104 = 0; v104 < 80; v104++) {
    for (let v105 = 0; v105 < 80; v105++) {
      a102[v104 * 80 + v105] = f(Math.sin(a98[v104 * 80 + v105]));
    }
  }
  return [];
}

function fill107() {
  for (let v108 = 0; v108 < 80; v108++) {
    for (let v109 = 0; v109 < 80; v109++) {
      a106[v108 * 80 + v109] = f(a102[v108 * 80 + v109] * f(Math.cos(a98[v108 * 80 + v109])));
    }
  }
  return [];
}

function fill111(v2) {
  for (let v112 = 0; v112 < 80; v112++) {
    for (let v113 = 0; v113 < 80; v113++) {
      a110[v112 * 80 + v113] = f(v2 - f(0 * f(a106[v112 * 80 + v113] * a106[v112 * 80 + v113])));
    }
  }
  return [];
}

function fill115() {
  for (let v116 = 0; v116 < 80; v116++) {
    for (let v117 = 0; v117 < 80; v117++) {
      a114[v116 * 80 + v117] = (a110[v116 * 80 + v117] <= 0);
    }
  }
  return [];
}

function fill119() {
  for (let v120 = 0; v120 < 3; v120++) {
    for (let v121 = 0; v121 < 80; v121++) {
      for (let v122 = 0; v122 < 80; v122++) {
        a118[(v120 * 80 + v121) * 80 + v122] = (v120 < 1 ? f(a102[v121 * 80 + v122] * a102[v121 * 80 + v122]) : (v120 < 2 ? f(a106[v121 * 80 + v122] * ((a114[v121 * 80 + v122] === 1) ? 0 : f(Math.sqrt(((a114[v121 * 80 + v122] === 1) ? 1 : a110[v121 * 80 + v122]))))) : a92[v121]));
      }
    }
  }
  return [];
}

function fill124() {
  for (let v125 = 0; v125 < 80; v125++) {
    for (let v126 = 0; v126 < 80; v126++) {
      a123[v125 * 80 + v126] = f(f(a118[(80 + v125) * 80 + v126] * a118[(80 + v125) * 80 + v126]) + f(a118[(160 + v125) * 80 + v126] * a118[(160 + v125) * 80 + v126]));
    }
  }
  return [];
}

function fill128() {
  for (let v129 = 0; v129 < 80; v129++) {
    for (let v130 = 0; v130 < 80; v130++) {
      a127[v129 * 80 + v130] = f(1 - a118[v129 * 80 + v130]);
    }
  }
  return [];
}

function fill132() {
  for (let v133 = 0; v133 < 2; v133++) {
    for (let v134 = 0; v134 < 80; v134++) {
      for (let v135 = 0; v135 < 80; v135++) {
        a131[(v133 * 80 + v134) * 80 + v135] = (v133 < 1 ? f(f(a118[v134 * 80 + v135] * a118[v134 * 80 + v135]) + a123[v134 * 80 + v135]) : f(f(a127[v134 * 80 + v135] * a127[v134 * 80 + v135]) + a123[v134 * 80 + v135]));
      }
    }
  }
  return [];
}

function fill137(v1) {
  for (let v138 = 0; v138 < 80; v138++) {
    for (let v139 = 0; v139 < 80; v139++) {
      a136[v138 * 80 + v139] = f(f(a131[v138 * 80 + v139] * 1) + f(a131[(80 + v138) * 80 + v139] * v1));
    }
  }
  return [];
}

function fill141() {
  for (let v142 = 0; v142 < 80; v142++) {
    a140[v142] = f(-0.05 + f(f(1.45 * a89[v142]) / 80));
  }
  return [];
}

function max143() {
  let v144 = -Infinity;
  for (let v145 = 0; v145 < 80; v145++) {
    for (let v146 = 0; v146 < 80; v146++) {
      v144 = f(Math.max(v144, a136[v145 * 80 + v146]));
    }
  }
  return [v144];
}

function fill156(v3) {
  for (let v157 = 0; v157 < 201; v157++) {
    a155[v157] = (v157 <= v3);
  }
  return [];
}

function argmax164(v162, v163) {
  let v165 = v162;
  let v166 = 0;
  for (let v167 = 0; v167 < 3; v167++) {
    const v168 = (v167 < 1 ? v162 : (v167 < 2 ? v163 : true));
    if (v168 > v165 || (v168 !== v168 && v165 === v165)) { v165 = v168; v166 = v167; }
  }
  return [v166];
}

function fill170(v87, v147) {
  for (let v171 = 0; v171 < 80; v171++) {
    for (let v172 = 0; v172 < 80; v172++) {
      a169[v171 * 80 + v172] = f(f(Math.floor(f(14 * f(Math.sqrt(f(f(Math.max(f(a136[v171 * 80 + v172] - v87), 0)) / v147)))))) / 14);
    }
  }
  return [];
}

function fill174() {
  for (let v175 = 0; v175 < 201; v175++) {
    a173[v175 * 2] = ((a155[v175] === 1) ? a7[v175 * 2] : NaN);
    a173[v175 * 2 + 1] = ((a155[v175] === 1) ? a7[v175 * 2 + 1] : NaN);
  }
  return [];
}

function fill177(v1, v87, v147) {
  for (let v178 = 0; v178 < 80; v178++) {
    for (let v179 = 0; v179 < 80; v179++) {
      a176[v178 * 80 + v179] = f(f(Math.floor(f(14 * f(Math.sqrt(f(f(Math.max(f(f(a140[v179] + f(v1 * a140[v178])) - v87), 0)) / v147)))))) / 14);
    }
  }
  return [];
}

function fill187() {
  for (let v188 = 0; v188 < 201; v188++) {
    a186[v188 * 2] = ((a155[v188] === 1) ? a63[v188 * 2] : NaN);
    a186[v188 * 2 + 1] = ((a155[v188] === 1) ? a63[v188 * 2 + 1] : NaN);
  }
  return [];
}

export function compute(x0, x1, x2, x3) {
  const v1 = f(x0);
  const v2 = f(x1);
  const v3 = x2;
  a4.set(x3);
  const v5 = f(Math.min(0.9800000190734863, f(Math.max(0.019999999552965164, a4[0]))));
  const v6 = f(Math.min(0.6000000238418579, f(Math.max(-0.6000000238418579, a4[1]))));
  const r8 = kept(scan8, v1, v5, v6, v2);
  const [v12, v13] = r8;
  const r36 = kept(fill36, r8);
  const r39 = kept(fill39, r36);
  const r42 = kept(fill42, r39);
  const r45 = kept(fill45, r39, r36);
  const r48 = kept(fill48, v2, r45);
  const r51 = kept(fill51, r48);
  const r54 = kept(fill54, r42, r45, r51, r48, r8);
  const r58 = kept(fill58, r54);
  const r61 = kept(fill61, r54);
  const r64 = kept(fill64, r54, r58, r61);
  const r67 = kept(fill67);
  const r70 = kept(fill70, r67);
  const r73 = kept(fill73, r70);
  const r76 = kept(fill76, r70, r73);
  const r79 = kept(fill79, v2, r76);
  const r82 = kept(fill82, r70, r79, r73);
  const v84 = ((v3 < 0) ? (v3 + 201 | 0) : v3);
  const v85 = Math.min(Math.max(v84, 0), 200);
  const r86 = kept(min86, v1, r82);
  const [v87] = r86;
  const r90 = kept(fill90);
  const r93 = kept(fill93, r90);
  const r96 = kept(fill96, r90);
  const r99 = kept(fill99, r96);
  const r103 = kept(fill103, r99);
  const r107 = kept(fill107, r103, r99);
  const r111 = kept(fill111, v2, r107);
  const r115 = kept(fill115, r111);
  const r119 = kept(fill119, r103, r107, r115, r111, r93);
  const r124 = kept(fill124, r119);
  const r128 = kept(fill128, r119);
  const r132 = kept(fill132, r119, r124, r128);
  const r137 = kept(fill137, v1, r132);
  const r141 = kept(fill141, r90);
  const r143 = kept(max143, r137);
  const [v144] = r143;
  const v147 = f(v144 - v87);
  const v148 = Math.min(Math.max(v84, 0), 200);
  const v149 = f(Math.min(1.399999976158142, f(Math.max(-0.05000000074505806, -0.05000000074505806))));
  const v150 = f(Math.min(1.399999976158142, f(Math.max(-0.05000000074505806, f(v87 - f(v1 * 1.399999976158142))))));
  const v151 = f(Math.min(1.399999976158142, f(Math.max(-0.05000000074505806, f(v87 - f(v1 * -0.05000000074505806))))));
  const v152 = f(Math.min(1.399999976158142, f(Math.max(-0.05000000074505806, 1.399999976158142))));
  const v153 = f(Math.min(1, f(Math.max(0, f(f(v2 - f(v1 * f(2 - v2))) / f(f(2 * f(v2 - 1)) * f(1 + v1)))))));
  const v154 = ((((v2 > 1) && (v153 > 0)) && (v153 < 1)) ? f(0.6366197466850281 * f(Math.asin(f(Math.sqrt(v153))))) : NaN);
  const r156 = kept(fill156, v3);
  const v158 = Math.min(Math.max(v84, 0), 200);
  const v159 = (((v2 > 0.9950000047683716) ? 1 : 0) + ((v2 > 1.0049999952316284) ? 1 : 0) | 0);
  const v160 = (v2 > 1.4500000476837158);
  const v161 = Math.min(Math.max(v84, 0), 200);
  const v162 = (a41[v85] <= 0.019999999552965164);
  const v163 = (a41[v85] >= 0.9800000190734863);
  const r164 = kept(argmax164, v162, v163);
  const [v166] = r164;
  const r170 = kept(fill170, v87, v147, r137);
  const r174 = kept(fill174, r156, r8);
  const r177 = kept(fill177, v1, v87, v147, r141);
  const v180 = f(Math.min(1.399999976158142, f(Math.max(-0.05000000074505806, f(f(v87 - v149) / v1)))));
  const v181 = f(Math.min(1.399999976158142, f(Math.max(-0.05000000074505806, f(f(v87 - v150) / v1)))));
  const v182 = f(Math.min(1.399999976158142, f(Math.max(-0.05000000074505806, f(f(v87 - v151) / v1)))));
  const v183 = f(Math.min(1.399999976158142, f(Math.max(-0.05000000074505806, f(f(v87 - v152) / v1)))));
  const v184 = f(f(f(a63[v148 * 2] + f(v1 * a63[v148 * 2 + 1])) - -1) / v1);
  const v185 = f(f(f(a63[v148 * 2] + f(v1 * a63[v148 * 2 + 1])) - 3) / v1);
  const r187 = kept(fill187, r156, r64);
  const v189 = ((v3 === 200) ? 1 : 0);
  const v190 = ((v2 < 0.550000011920929) && (f(Math.abs(f(a63[400] - 0.10000000149011612))) < 0.019999999552965164));
  const v191 = ((v160 && (v1 > 1.0049999952316284)) && (a41[200] < 0.019999999552965164));
  const v192 = (((v160 && (v3 < 200)) && (f(a7[v161 * 2 + 1] * a7[v161 * 2 + 1]) < 0.009999999776482582)) && (f(Math.abs(f(a41[v85] - 0.5))) < 0.15000000596046448));
  a193[0] = 0;
  a193[1] = 0;
  a193[2] = 1;
  a193[3] = 0;
  a194[0] = v154;
  a194[1] = 0;
  a195[0] = a7[0];
  a195[1] = a7[1];
  a196[0] = a7[v158 * 2];
  a196[1] = a7[v158 * 2 + 1];
  a197[0] = a7[400];
  a197[1] = a7[401];
  a198[0] = v149;
  a198[1] = v180;
  a198[2] = v150;
  a198[3] = v181;
  a198[4] = v151;
  a198[5] = v182;
  a198[6] = v152;
  a198[7] = v183;
  a198[8] = 1.399999976158142;
  a198[9] = -0.05000000074505806;
  a198[10] = -0.05000000074505806;
  a198[11] = -0.05000000074505806;
  a199[0] = -1;
  a199[1] = v184;
  a199[2] = 3;
  a199[3] = v185;
  a200[0] = a63[0];
  a200[1] = a63[1];
  a201[0] = a63[v148 * 2];
  a201[1] = a63[v148 * 2 + 1];
  a202[0] = a63[400];
  a202[1] = a63[401];
  a203[0] = a63[400];
  a203[1] = a63[401];
  a204[0] = a63[v148 * 2];
  a204[1] = a63[v148 * 2 + 1];
  a205[0] = v190;
  a205[1] = v191;
  a205[2] = v192;
  return [a169, a193, a173, a194, a195, a196, a197, a176, a198, a81, a199, a186, a200, a201, a202, v166, a41[200], v159, a203, a204, v189, a205];
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
