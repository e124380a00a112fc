// basins: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: d749796c0b6b8abb
const f = Math.fround;
const c7 = Uint8Array.of(true, false, false, false, false);
const a10 = new Float32Array(174);
const a11 = new Float32Array(87);
const a12 = new Float32Array(174);
const a13 = new Float32Array(2002);
const a14 = new Float32Array(1001);
const a15 = new Float32Array(1001);
const c29 = Float32Array.of(0, 0, 1.5, 0, 2, 0, 1.5, 4, 0.20000000298023224, -4);
const a63 = new Int32Array(87);
const c65 = Int32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 26, 27, 29, 31, 33, 35, 37, 40, 42, 45, 47, 50, 53, 57, 60, 64, 68, 72, 76, 81, 86, 91, 97, 103, 109, 115, 122, 130, 138, 146, 155, 164, 174, 184, 195, 207, 220, 233, 247, 262, 278, 294, 312, 331, 351, 372, 394, 418, 443, 469, 497, 527, 559, 592, 628, 665, 705, 747, 792, 839, 890, 943, 1000);
const a66 = new Float32Array(174);
const a70 = new Float32Array(87);
const a72 = new Float32Array(87);
const a74 = new Float32Array(87);
const a76 = new Float32Array(87);
const a78 = new Float32Array(87);
const a80 = new Uint8Array(87);
const a82 = new Float32Array(261);
const a85 = new Float32Array(87);
const a87 = new Float32Array(87);
const a89 = new Float32Array(174);
const a91 = new Float32Array(2002);
const a92 = new Float32Array(1001);
const a93 = new Float32Array(1001);
const a128 = new Int32Array(87);
const a130 = new Float32Array(174);
const a134 = new Float32Array(87);
const a136 = new Float32Array(87);
const a138 = new Float32Array(174);
const a140 = new Float32Array(87);
const a143 = new Float32Array(401);
const a144 = new Float32Array(400);
const a146 = new Float32Array(802);
const a148 = new Float32Array(401);
const a150 = new Float32Array(401);
const a152 = new Float32Array(401);
const a154 = new Float32Array(401);
const a156 = new Float32Array(401);
const a158 = new Uint8Array(401);
const a160 = new Float32Array(401);
const a162 = new Float32Array(401);
const a164 = new Float32Array(1203);
const a170 = new Float32Array(401);
const a172 = new Float32Array(401);
const a174 = new Float32Array(401);
const a176 = new Float32Array(1203);
const a178 = new Float32Array(401);
const a180 = new Float32Array(401);
const a182 = new Uint8Array(401);
const a184 = new Int32Array(401);
const a186 = new Int32Array(401);
const a189 = new Int32Array(401);
const a191 = new Int32Array(401);
const a195 = new Int32Array(401);
const a197 = new Int32Array(401);
const a199 = new Float32Array(802);
const a203 = new Float32Array(401);
const a205 = new Float32Array(401);
const a207 = new Float32Array(400);
const a209 = new Float32Array(802);
const a214 = new Float32Array(401);
const a216 = new Float32Array(401);
const a218 = new Float32Array(401);
const a220 = new Float32Array(1203);
const a222 = new Uint8Array(401);
const a224 = new Int32Array(401);
const a226 = new Int32Array(401);
const a229 = new Int32Array(401);
const a231 = new Int32Array(401);
const a235 = new Int32Array(401);
const a237 = new Int32Array(401);
const a239 = new Float32Array(802);
const a243 = new Float32Array(401);
const a272 = new Float32Array(4);
const a273 = new Float32Array(2);
const a274 = new Float32Array(2);
const a275 = new Float32Array(2);
const a276 = new Int32Array(3);
const a277 = new Float32Array(2);
const a278 = new Float32Array(3);
const a279 = new Uint8Array(3);

function choose9(v8, v3, v2, v5) {
  if (v8 <= 0) {
    const v16 = f(1 * 1);
    const v17 = f(1 * v3);
    const v18 = f(v17 + v16);
    let v19;
    let v20;
    let v21;
    let v22;
    let v23;
    v19 = v2;
    v20 = 0.30000001192092896;
    v21 = 0;
    v22 = v2;
    v23 = 0.30000001192092896;
    for (let v24 = 0; v24 < 1001; v24++) {
      const v25 = f(1.5707963705062866 * v19);
      const v26 = f(Math.sin(v25));
      const v27 = f(Math.cos(v25));
      const v28 = f(v26 * v27);
      const v30 = f(c29[v5 * 2] - f(c29[v5 * 2 + 1] * f(v28 * v28)));
      const v31 = (v30 <= 0);
      const v32 = f(Math.sqrt((v31 ? 1 : v30)));
      const v33 = (v31 ? 0 : v32);
      const v34 = f(v26 * v26);
      const v35 = f(v28 * v33);
      const v36 = f(f(v35 * v35) + f(v20 * v20));
      const v37 = f(1 - v34);
      const v38 = f(f(v34 * v34) + v36);
      const v39 = f(f(v37 * v37) + v36);
      const v40 = f(f(v38 * 1) + f(v39 * v3));
      const v41 = f(v18 * f(2 * v20));
      const v42 = f(v18 * f(2 * v35));
      const v43 = f(f(-f(v17 * f(2 * v37))) + f(v16 * f(2 * v34)));
      const v44 = f(f(0 + 0) + v43);
      const v45 = f(f(0 + v42) + 0);
      const v46 = f(f(v41 + 0) + 0);
      const v47 = f(f(v45 * v33) + f(f(c29[v5 * 2 + 1] * f(-(v31 ? 0 : f((v31 ? 0 : f(v28 * v45)) * f(0.5 / v32))))) * f(2 * v28)));
      const v48 = f(1.5707963705062866 * f(f(f(f(-f(v26 * v47)) * v26) + f(f(v47 * v27) * v27)) + f(f(v44 * f(2 * v26)) * v27)));
      const v49 = f(0 + v48);
      const v50 = f(v46 + 0);
      const v51 = f(Math.max(f(Math.abs(v49)), f(Math.abs(v50))));
      const v52 = f(Math.max(0, f(Math.max(0, v51))));
      const v53 = (((v52 > 0) && (v52 < Infinity)) ? v52 : 1);
      const v54 = f(v49 / v53);
      const v55 = f(v50 / v53);
      const v56 = f(f(v54 * v54) + f(v55 * v55));
      const v57 = f(v19 + f(-0.019999999552965164 * v49));
      const v58 = f(v20 + f(-0.019999999552965164 * v50));
      const v59 = (v21 + 1 | 0);
      const v60 = f(v53 * f(Math.sqrt(f(0 + v56))));
      a13[v24 * 2] = v19;
      a13[v24 * 2 + 1] = v20;
      a14[v24] = v40;
      a15[v24] = v60;
      const v61 = v19;
      const v62 = v20;
      v19 = v57;
      v20 = v58;
      v21 = v59;
      v22 = v61;
      v23 = v62;
    }
    for (let v64 = 0; v64 < 87; v64++) {
      a63[v64] = (false ? (c65[v64] + 1001 | 0) : c65[v64]);
    }
    for (let v67 = 0; v67 < 87; v67++) {
      const v68 = Math.min(Math.max(a63[v67], 0), 1000);
      a66[v67 * 2] = a13[v68 * 2];
      const v69 = Math.min(Math.max(a63[v67], 0), 1000);
      a66[v67 * 2 + 1] = a13[v69 * 2 + 1];
    }
    for (let v71 = 0; v71 < 87; v71++) {
      a70[v71] = f(1.5707963705062866 * a66[v71 * 2]);
    }
    for (let v73 = 0; v73 < 87; v73++) {
      a72[v73] = f(Math.sin(a70[v73]));
    }
    for (let v75 = 0; v75 < 87; v75++) {
      a74[v75] = f(a72[v75] * a72[v75]);
    }
    for (let v77 = 0; v77 < 87; v77++) {
      a76[v77] = f(a72[v77] * f(Math.cos(a70[v77])));
    }
    for (let v79 = 0; v79 < 87; v79++) {
      a78[v79] = f(c29[v5 * 2] - f(c29[v5 * 2 + 1] * f(a76[v79] * a76[v79])));
    }
    for (let v81 = 0; v81 < 87; v81++) {
      a80[v81] = (a78[v81] <= 0);
    }
    for (let v83 = 0; v83 < 3; v83++) {
      for (let v84 = 0; v84 < 87; v84++) {
        a82[v83 * 87 + v84] = (v83 < 1 ? a74[v84] : (v83 < 2 ? f(a76[v84] * ((a80[v84] === 1) ? 0 : f(Math.sqrt(((a80[v84] === 1) ? 1 : a78[v84]))))) : a66[v84 * 2 + 1]));
      }
    }
    for (let v86 = 0; v86 < 87; v86++) {
      a85[v86] = f(f(a82[87 + v86] * a82[87 + v86]) + f(a82[174 + v86] * a82[174 + v86]));
    }
    for (let v88 = 0; v88 < 87; v88++) {
      a87[v88] = f(1 - a82[v88]);
    }
    for (let v90 = 0; v90 < 87; v90++) {
      a89[v90 * 2] = f(f(a82[v90] * a82[v90]) + a85[v90]);
      a89[v90 * 2 + 1] = f(f(a87[v90] * a87[v90]) + a85[v90]);
    }
    a10.set(a66);
    a11.set(a74);
    a12.set(a89);
  }
  else  {
    const v94 = f(1 * 1);
    const v95 = f(1 * v3);
    const v96 = f(v95 + v94);
    let v97;
    let v98;
    let v99;
    let v100;
    let v101;
    v97 = v2;
    v98 = 0.30000001192092896;
    v99 = 0;
    v100 = v2;
    v101 = 0.30000001192092896;
    for (let v102 = 0; v102 < 1001; v102++) {
      const v103 = f(f(0 * 0) + f(v98 * v98));
      const v104 = f(1 - v97);
      const v105 = f(f(v97 * v97) + v103);
      const v106 = f(f(v104 * v104) + v103);
      const v107 = f(f(v105 * 1) + f(v106 * v3));
      const v108 = f(v96 * f(2 * v98));
      const v109 = f(v96 * f(2 * 0));
      const v110 = f(f(-f(v95 * f(2 * v104))) + f(v94 * f(2 * v97)));
      const v111 = f(f(0 + 0) + v110);
      const v112 = f(f(0 + v109) + 0);
      const v113 = f(f(v108 + 0) + 0);
      const v114 = f(0 + v111);
      const v115 = f(v113 + 0);
      const v116 = f(Math.max(f(Math.abs(v114)), f(Math.abs(v115))));
      const v117 = f(Math.max(0, f(Math.max(0, v116))));
      const v118 = (((v117 > 0) && (v117 < Infinity)) ? v117 : 1);
      const v119 = f(v114 / v118);
      const v120 = f(v115 / v118);
      const v121 = f(f(v119 * v119) + f(v120 * v120));
      const v122 = f(v97 + f(-0.019999999552965164 * v114));
      const v123 = f(v98 + f(-0.019999999552965164 * v115));
      const v124 = (v99 + 1 | 0);
      const v125 = f(v118 * f(Math.sqrt(f(0 + v121))));
      a91[v102 * 2] = v97;
      a91[v102 * 2 + 1] = v98;
      a92[v102] = v107;
      a93[v102] = v125;
      const v126 = v97;
      const v127 = v98;
      v97 = v122;
      v98 = v123;
      v99 = v124;
      v100 = v126;
      v101 = v127;
    }
    for (let v129 = 0; v129 < 87; v129++) {
      a128[v129] = (false ? (c65[v129] + 1001 | 0) : c65[v129]);
    }
    for (let v131 = 0; v131 < 87; v131++) {
      const v132 = Math.min(Math.max(a128[v131], 0), 1000);
      a130[v131 * 2] = a91[v132 * 2];
      const v133 = Math.min(Math.max(a128[v131], 0), 1000);
      a130[v131 * 2 + 1] = a91[v133 * 2 + 1];
    }
    for (let v135 = 0; v135 < 87; v135++) {
      a134[v135] = f(f(0 * 0) + f(a130[v135 * 2 + 1] * a130[v135 * 2 + 1]));
    }
    for (let v137 = 0; v137 < 87; v137++) {
      a136[v137] = f(1 - a130[v137 * 2]);
    }
    for (let v139 = 0; v139 < 87; v139++) {
      a138[v139 * 2] = f(f(a130[v139 * 2] * a130[v139 * 2]) + a134[v139]);
      a138[v139 * 2 + 1] = f(f(a136[v139] * a136[v139]) + a134[v139]);
    }
    for (let v141 = 0; v141 < 87; v141++) {
      a140[v141] = a130[v141 * 2];
    }
    a10.set(a130);
    a11.set(a140);
    a12.set(a138);
  }
}

function choose142(v8, v5, v3) {
  if (v8 <= 0) {
    for (let v145 = 0; v145 < 400; v145++) {
      a144[v145] = f(v145 / 400);
    }
    for (let v147 = 0; v147 < 401; v147++) {
      a146[v147 * 2] = (v147 < 400 ? f(f(0.0020000000949949026 * f(1 - a144[v147])) + f(0.9980000257492065 * a144[v147])) : 0.9980000257492065);
      a146[v147 * 2 + 1] = 0;
    }
    for (let v149 = 0; v149 < 401; v149++) {
      a148[v149] = f(1.5707963705062866 * a146[v149 * 2]);
    }
    for (let v151 = 0; v151 < 401; v151++) {
      a150[v151] = f(Math.sin(a148[v151]));
    }
    for (let v153 = 0; v153 < 401; v153++) {
      a152[v153] = f(Math.cos(a148[v153]));
    }
    for (let v155 = 0; v155 < 401; v155++) {
      a154[v155] = f(a150[v155] * a152[v155]);
    }
    for (let v157 = 0; v157 < 401; v157++) {
      a156[v157] = f(c29[v5 * 2] - f(c29[v5 * 2 + 1] * f(a154[v157] * a154[v157])));
    }
    for (let v159 = 0; v159 < 401; v159++) {
      a158[v159] = (a156[v159] <= 0);
    }
    for (let v161 = 0; v161 < 401; v161++) {
      a160[v161] = f(Math.sqrt(((a158[v161] === 1) ? 1 : a156[v161])));
    }
    for (let v163 = 0; v163 < 401; v163++) {
      a162[v163] = ((a158[v163] === 1) ? 0 : a160[v163]);
    }
    for (let v165 = 0; v165 < 3; v165++) {
      for (let v166 = 0; v166 < 401; v166++) {
        a164[v165 * 401 + v166] = (v165 < 1 ? f(a150[v166] * a150[v166]) : (v165 < 2 ? f(a154[v166] * a162[v166]) : a146[v166 * 2 + 1]));
      }
    }
    const v167 = f(1 * 1);
    const v168 = f(1 * v3);
    const v169 = f(v168 + v167);
    for (let v171 = 0; v171 < 401; v171++) {
      a170[v171] = f(v169 * f(2 * a164[802 + v171]));
    }
    for (let v173 = 0; v173 < 401; v173++) {
      a172[v173] = f(v169 * f(2 * a164[401 + v173]));
    }
    for (let v175 = 0; v175 < 401; v175++) {
      a174[v175] = f(f(-f(v168 * f(2 * f(1 - a164[v175])))) + f(v167 * f(2 * a164[v175])));
    }
    for (let v177 = 0; v177 < 401; v177++) {
      a176[v177 * 3] = f(f(0 + 0) + (v177 >= 0 && v177 < 401 ? a174[v177] : 0));
      a176[v177 * 3 + 1] = f(f(0 + (v177 >= 0 && v177 < 401 ? a172[v177] : 0)) + 0);
      a176[v177 * 3 + 2] = f(f((v177 >= 0 && v177 < 401 ? a170[v177] : 0) + 0) + 0);
    }
    for (let v179 = 0; v179 < 401; v179++) {
      a178[v179] = f(f(a176[v179 * 3 + 1] * a162[v179]) + f(f(c29[v5 * 2 + 1] * f(-((a158[v179] === 1) ? 0 : f(((a158[v179] === 1) ? 0 : f(a154[v179] * a176[v179 * 3 + 1])) * f(0.5 / a160[v179]))))) * f(2 * a154[v179])));
    }
    for (let v181 = 0; v181 < 401; v181++) {
      a180[v181] = f(1.5707963705062866 * f(f(f(f(-f(a150[v181] * a178[v181])) * a150[v181]) + f(f(a178[v181] * a152[v181]) * a152[v181])) + f(f(a176[v181 * 3] * f(2 * a150[v181])) * a152[v181])));
    }
    for (let v183 = 0; v183 < 401; v183++) {
      a182[v183] = (f(0 + (v183 >= 0 && v183 < 401 ? a180[v183] : 0)) > 0);
    }
    for (let v185 = 0; v185 < 401; v185++) {
      a184[v185] = ((a182[v185] === 1) ? 0 : v185);
    }
    let v187 = -2147483648;
    for (let v188 = 0; v188 < 401; v188++) {
      v187 = (Math.max(v187, a184[v188]) | 0);
      a186[v188] = v187;
    }
    for (let v190 = 0; v190 < 401; v190++) {
      a189[v190] = ((a182[v190] === 1) ? v190 : 400);
    }
    let v192 = 2147483647;
    for (let v193 = 0; v193 < 401; v193++) {
      const v194 = 400 - v193;
      v192 = (Math.min(v192, a189[v194]) | 0);
      a191[v194] = v192;
    }
    for (let v196 = 0; v196 < 401; v196++) {
      a195[v196] = ((a182[v196] === 1) ? a186[v196] : a191[v196]);
    }
    for (let v198 = 0; v198 < 401; v198++) {
      a197[v198] = ((a195[v198] < 0) ? (a195[v198] + 401 | 0) : a195[v198]);
    }
    for (let v200 = 0; v200 < 401; v200++) {
      const v201 = Math.min(Math.max(a197[v200], 0), 400);
      a199[v200 * 2] = a146[v201 * 2];
      const v202 = Math.min(Math.max(a197[v200], 0), 400);
      a199[v200 * 2 + 1] = a146[v202 * 2 + 1];
    }
    for (let v204 = 0; v204 < 401; v204++) {
      a203[v204] = f(Math.sin(f(1.5707963705062866 * a199[v204 * 2])));
    }
    for (let v206 = 0; v206 < 401; v206++) {
      a205[v206] = f(a203[v206] * a203[v206]);
    }
    a143.set(a205);
  }
  else  {
    for (let v208 = 0; v208 < 400; v208++) {
      a207[v208] = f(v208 / 400);
    }
    for (let v210 = 0; v210 < 401; v210++) {
      a209[v210 * 2] = (v210 < 400 ? f(f(0.0020000000949949026 * f(1 - a207[v210])) + f(0.9980000257492065 * a207[v210])) : 0.9980000257492065);
      a209[v210 * 2 + 1] = 0;
    }
    const v211 = f(1 * 1);
    const v212 = f(1 * v3);
    const v213 = f(v212 + v211);
    for (let v215 = 0; v215 < 401; v215++) {
      a214[v215] = f(v213 * f(2 * a209[v215 * 2 + 1]));
    }
    for (let v217 = 0; v217 < 401; v217++) {
      a216[v217] = f(v213 * f(2 * 0));
    }
    for (let v219 = 0; v219 < 401; v219++) {
      a218[v219] = f(f(-f(v212 * f(2 * f(1 - a209[v219 * 2])))) + f(v211 * f(2 * a209[v219 * 2])));
    }
    for (let v221 = 0; v221 < 401; v221++) {
      a220[v221 * 3] = f(f(0 + 0) + (v221 >= 0 && v221 < 401 ? a218[v221] : 0));
      a220[v221 * 3 + 1] = f(f(0 + (v221 >= 0 && v221 < 401 ? a216[v221] : 0)) + 0);
      a220[v221 * 3 + 2] = f(f((v221 >= 0 && v221 < 401 ? a214[v221] : 0) + 0) + 0);
    }
    for (let v223 = 0; v223 < 401; v223++) {
      a222[v223] = (f(0 + (v223 >= 0 && v223 < 401 ? a220[v223 * 3] : 0)) > 0);
    }
    for (let v225 = 0; v225 < 401; v225++) {
      a224[v225] = ((a222[v225] === 1) ? 0 : v225);
    }
    let v227 = -2147483648;
    for (let v228 = 0; v228 < 401; v228++) {
      v227 = (Math.max(v227, a224[v228]) | 0);
      a226[v228] = v227;
    }
    for (let v230 = 0; v230 < 401; v230++) {
      a229[v230] = ((a222[v230] === 1) ? v230 : 400);
    }
    let v232 = 2147483647;
    for (let v233 = 0; v233 < 401; v233++) {
      const v234 = 400 - v233;
      v232 = (Math.min(v232, a229[v234]) | 0);
      a231[v234] = v232;
    }
    for (let v236 = 0; v236 < 401; v236++) {
      a235[v236] = ((a222[v236] === 1) ? a226[v236] : a231[v236]);
    }
    for (let v238 = 0; v238 < 401; v238++) {
      a237[v238] = ((a235[v238] < 0) ? (a235[v238] + 401 | 0) : a235[v238]);
    }
    for (let v240 = 0; v240 < 401; v240++) {
      const v241 = Math.min(Math.max(a237[v240], 0), 400);
      a239[v240 * 2] = a209[v241 * 2];
      const v242 = Math.min(Math.max(a237[v240], 0), 400);
      a239[v240 * 2 + 1] = a209[v242 * 2 + 1];
    }
    for (let v244 = 0; v244 < 401; v244++) {
      a243[v244] = a239[v244 * 2];
    }
    a143.set(a243);
  }
}

function sum247(v246) {
  let v248 = 0;
  for (let v249 = 0; v249 < 401; v249++) {
    v248 = f(v248 + f(((a143[v249] < v246) ? 1 : 0)));
  }
  return [v248];
}

function sum251(v246) {
  let v252 = 0;
  for (let v253 = 0; v253 < 401; v253++) {
    v252 = f(v252 + f(((a143[v253] > f(1 - v246)) ? 1 : 0)));
  }
  return [v252];
}

function argmax260(v259, v258) {
  let v261 = v259;
  let v262 = 0;
  for (let v263 = 0; v263 < 3; v263++) {
    const v264 = (v263 < 1 ? v259 : (v263 < 2 ? v258 : true));
    if (v264 > v261 || (v264 !== v264 && v261 === v261)) { v261 = v264; v262 = v263; }
  }
  return [v262];
}

export function compute(x0, x1) {
  const v1 = x0;
  const v2 = f(Math.min(0.9980000257492065, f(Math.max(0.0020000000949949026, x1[0]))));
  const v3 = f(Math.min(5, f(Math.max(0.20000000298023224, x1[1]))));
  const v4 = ((v1 < 0) ? (v1 + 5 | 0) : v1);
  const v5 = Math.min(Math.max(v4, 0), 4);
  const v6 = Math.min(Math.max(v4, 0), 4);
  const v8 = ((c7[v6] === 1) ? 1 : 0);
  choose9(v8, v3, v2, v5);
  choose142(v8, v5, v3);
  const v245 = (v1 === 4);
  const v246 = (v245 ? 0.27639320225002106 : 0.02);
  const [v248] = sum247(v246);
  const v250 = f(v248 / 401);
  const [v252] = sum251(v246);
  const v254 = f(v252 / 401);
  const v255 = f(100 * v250);
  const v256 = f(100 * f(Math.max(0, f(f(1 - v250) - v254))));
  const v257 = f(100 * v254);
  const v258 = (a11[86] >= 0.9800000190734863);
  const v259 = (a11[86] <= 0.019999999552965164);
  const [v262] = argmax260(v259, v258);
  const v265 = f(Math.min(f(Math.min(v255, v256)), v257));
  const v266 = (0 + (Math.imul(3, (v245 ? 1 : 0)) | 0) | 0);
  const v267 = (1 + (Math.imul(3, (v245 ? 1 : 0)) | 0) | 0);
  const v268 = (2 + (Math.imul(3, (v245 ? 1 : 0)) | 0) | 0);
  const v269 = (((v1 === 1) && (v2 < 0.5)) && v258);
  const v270 = ((v1 === 3) && (v265 >= 15));
  const v271 = ((v1 === 0) && (f(Math.abs(f(a12[172] - 0.5))) < 0.029999999329447746));
  a272[0] = 0;
  a272[1] = v3;
  a272[2] = 1;
  a272[3] = v3;
  a273[0] = v2;
  a273[1] = v3;
  a274[0] = a12[0];
  a274[1] = a12[1];
  a275[0] = a12[172];
  a275[1] = a12[173];
  a276[0] = v266;
  a276[1] = v267;
  a276[2] = v268;
  a277[0] = a12[172];
  a277[1] = a12[173];
  a278[0] = v255;
  a278[1] = v256;
  a278[2] = v257;
  a279[0] = v269;
  a279[1] = v270;
  a279[2] = v271;
  return [a272, a273, a12, a274, a275, v262, v3, a11[86], a276, v265, a277, a278, a279];
}
