// sweep: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: f8662b7d91bc98f2
const f = Math.fround;
const a8 = new Uint32Array(2);
const a9 = new Uint32Array(2);
const a13 = new Uint32Array(24);
const a14 = new Uint32Array(24);
const c17 = Uint32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23);
const a19 = new Uint32Array(24);
const a22 = new Uint32Array(24);
const a25 = new Uint32Array(24);
const a26 = new Uint32Array(24);
const a30 = new Uint32Array(24);
const a33 = new Uint32Array(24);
const c39 = Uint8Array.of(true, false, false, false, false);
const a41 = new Float32Array(48);
const a45 = new Float32Array(24);
const a46 = new Float32Array(48);
const a51 = new Float32Array(23);
const a53 = new Float32Array(24);
const a55 = new Float32Array(24);
const a56 = new Float32Array(48);
const a63 = new Float32Array(402);
const a64 = new Float32Array(201);
const a65 = new Float32Array(201);
const c83 = Float32Array.of(0, 0, 1.5, 0, 2, 0, 1.5, 4, 0.20000000298023224, -4);
const a150 = new Float32Array(23);
const a152 = new Float32Array(24);
const a154 = new Float32Array(24);
const a155 = new Float32Array(48);
const a162 = new Float32Array(402);
const a163 = new Float32Array(201);
const a164 = new Float32Array(201);
const a227 = new Int32Array(24);
const a230 = new Uint8Array(24);
const a233 = new Float32Array(48);
const a237 = new Float32Array(2);
const a238 = new Float32Array(24);
const a241 = new Uint8Array(24);
const a244 = new Uint8Array(24);
const a247 = new Float32Array(48);
const a261 = new Float32Array(202);
const a262 = new Float32Array(100);
const a264 = new Float32Array(101);
const a266 = new Float32Array(101);
const a268 = new Float32Array(101);
const a270 = new Float32Array(101);
const a272 = new Float32Array(202);
const a274 = new Float32Array(100);
const a276 = new Float32Array(101);
const a278 = new Float32Array(101);
const a280 = new Float32Array(101);
const a282 = new Float32Array(101);
const a284 = new Float32Array(202);
const a291 = new Float32Array(24);
const a297 = new Float32Array(48);
const a315 = new Float32Array(10);
const a316 = new Float32Array(2);
const a317 = new Float32Array(4);
const a318 = new Float32Array(2);
const a319 = new Uint8Array(3);

function threefry10(v6, v7) {
  const v11 = threefry(v6, v7, 0, 0);
  a8[0] = v11[0];
  a9[0] = v11[1];
  const v12 = threefry(v6, v7, 0, 1);
  a8[1] = v12[0];
  a9[1] = v12[1];
}

function threefry15() {
  for (let v16 = 0; v16 < 24; v16++) {
    const v18 = threefry(a8[0], a9[0], 0, c17[v16]);
    a13[v16] = v18[0];
    a14[v16] = v18[1];
  }
}

function fill20() {
  for (let v21 = 0; v21 < 24; v21++) {
    a19[v21] = ((a13[v21] ^ a14[v21]) >>> 0);
  }
}

function fill23() {
  for (let v24 = 0; v24 < 24; v24++) {
    a22[v24] = ((((shift_right(a19[v24], 9)) >>> 0) | 1065353216) >>> 0);
  }
}

function threefry27() {
  for (let v28 = 0; v28 < 24; v28++) {
    const v29 = threefry(a8[1], a9[1], 0, c17[v28]);
    a25[v28] = v29[0];
    a26[v28] = v29[1];
  }
}

function fill31() {
  for (let v32 = 0; v32 < 24; v32++) {
    a30[v32] = ((a25[v32] ^ a26[v32]) >>> 0);
  }
}

function fill34() {
  for (let v35 = 0; v35 < 24; v35++) {
    a33[v35] = ((((shift_right(a30[v35], 9)) >>> 0) | 1065353216) >>> 0);
  }
}

function fill42(v4) {
  for (let v43 = 0; v43 < 24; v43++) {
    a41[v43 * 2] = ((v4 === 1) ? f(Math.max(0.019999999552965164, f(f(f(f(as_float(a22[v43])) - 1) * 0.9600000381469727) + 0.019999999552965164))) : 0.4000000059604645);
    a41[v43 * 2 + 1] = ((v4 === 1) ? f(0.699999988079071 * f(1.4142135381698608 * f(erf_inv(f(Math.max(-0.9999999403953552, f(f(f(f(as_float(a33[v43])) - 1) * 2) + -0.9999999403953552))))))) : 0.5);
  }
}

function choose44(v40, v5, v37, v2) {
  let v47;
  let v48;
  if (v40 <= 0) {
    const v49 = f(Math.log(0.20000000298023224));
    const v50 = f(Math.log(5));
    for (let v52 = 0; v52 < 23; v52++) {
      a51[v52] = f(v52 / 23);
    }
    for (let v54 = 0; v54 < 24; v54++) {
      a53[v54] = (v54 < 23 ? f(f(v49 * f(1 - a51[v54])) + f(v50 * a51[v54])) : v50);
    }
    let v57;
    let v58;
    v57 = v49;
    v58 = v50;
    for (let v59 = 0; v59 < 24; v59++) {
      const v60 = f(v57 + v58);
      const v61 = (v5 ? f(v60 / 2) : a53[v59]);
      const v62 = f(Math.exp(v61));
      const v66 = f(1 * 1);
      const v67 = f(1 * v62);
      const v68 = f(v67 + v66);
      let v69;
      let v70;
      let v71;
      let v72;
      let v73;
      const v74 = a41[v59 * 2];
      const v75 = a41[v59 * 2 + 1];
      const v76 = a41[v59 * 2];
      const v77 = a41[v59 * 2 + 1];
      v69 = v74;
      v70 = v75;
      v71 = 0;
      v72 = v76;
      v73 = v77;
      for (let v78 = 0; v78 < 201; v78++) {
        const v79 = f(1.5707963705062866 * v69);
        const v80 = f(Math.sin(v79));
        const v81 = f(Math.cos(v79));
        const v82 = f(v80 * v81);
        const v84 = f(c83[v37 * 2] - f(c83[v37 * 2 + 1] * f(v82 * v82)));
        const v85 = (v84 <= 0);
        const v86 = f(Math.sqrt((v85 ? 1 : v84)));
        const v87 = (v85 ? 0 : v86);
        const v88 = f(v80 * v80);
        const v89 = f(v82 * v87);
        const v90 = f(f(v89 * v89) + f(v70 * v70));
        const v91 = f(1 - v88);
        const v92 = f(f(v88 * v88) + v90);
        const v93 = f(f(v91 * v91) + v90);
        const v94 = f(f(v92 * 1) + f(v93 * v62));
        const v95 = f(v68 * f(2 * v70));
        const v96 = f(v68 * f(2 * v89));
        const v97 = f(f(-f(v67 * f(2 * v91))) + f(v66 * f(2 * v88)));
        const v98 = f(f(0 + 0) + v97);
        const v99 = f(f(0 + v96) + 0);
        const v100 = f(f(v95 + 0) + 0);
        const v101 = f(f(v99 * v87) + f(f(c83[v37 * 2 + 1] * f(-(v85 ? 0 : f((v85 ? 0 : f(v82 * v99)) * f(0.5 / v86))))) * f(2 * v82)));
        const v102 = f(1.5707963705062866 * f(f(f(f(-f(v80 * v101)) * v80) + f(f(v101 * v81) * v81)) + f(f(v98 * f(2 * v80)) * v81)));
        const v103 = f(0 + v102);
        const v104 = f(v100 + 0);
        const v105 = f(Math.max(f(Math.abs(v103)), f(Math.abs(v104))));
        const v106 = f(Math.max(0, f(Math.max(0, v105))));
        const v107 = (((v106 > 0) && (v106 < Infinity)) ? v106 : 1);
        const v108 = f(v103 / v107);
        const v109 = f(v104 / v107);
        const v110 = f(f(v108 * v108) + f(v109 * v109));
        const v111 = f(v69 + f(-0.019999999552965164 * v103));
        const v112 = f(v70 + f(-0.019999999552965164 * v104));
        const v113 = (v71 + 1 | 0);
        const v114 = f(v107 * f(Math.sqrt(f(0 + v110))));
        a63[v78 * 2] = v69;
        a63[v78 * 2 + 1] = v70;
        a64[v78] = v94;
        a65[v78] = v114;
        const v115 = v69;
        const v116 = v70;
        v69 = v111;
        v70 = v112;
        v71 = v113;
        v72 = v115;
        v73 = v116;
      }
      const v117 = f(1.5707963705062866 * v72);
      const v118 = f(Math.sin(v117));
      const v119 = f(v118 * f(Math.cos(v117)));
      const v120 = f(c83[v37 * 2] - f(c83[v37 * 2 + 1] * f(v119 * v119)));
      const v121 = (v120 <= 0);
      const v122 = f(v118 * v118);
      const v123 = f(v119 * (v121 ? 0 : f(Math.sqrt((v121 ? 1 : v120)))));
      const v124 = f(f(v123 * v123) + f(v73 * v73));
      const v125 = f(1 - v122);
      const v126 = f(f(v122 * v122) + v124);
      const v127 = f(f(v125 * v125) + v124);
      const v128 = ((v127 > v2) ? v61 : v57);
      const v129 = ((v127 > v2) ? v58 : v61);
      a55[v59] = v62;
      a56[v59 * 2] = v126;
      a56[v59 * 2 + 1] = v127;
      v57 = v128;
      v58 = v129;
    }
    let v130;
    let v131;
    let v132;
    v130 = 0;
    v131 = 0;
    v132 = 1;
    for (let v133 = 0; v133 < 60; v133++) {
      const v134 = f(f(v131 + v132) / 2);
      const v135 = f(1 - v134);
      const v136 = f(v134 * v135);
      const v137 = f(v136 * f(c83[v37 * 2] - f(c83[v37 * 2 + 1] * v136)));
      const v138 = (f(f(v135 * v135) + v137) > v2);
      const v139 = (v130 + 1 | 0);
      const v140 = (v138 ? v134 : v131);
      const v141 = (v138 ? v132 : v134);
      v130 = v139;
      v131 = v140;
      v132 = v141;
    }
    const v142 = (((v2 >= 0) && (v2 <= 1)) ? f(f(v131 + v132) / 2) : NaN);
    const v143 = f(1 - v142);
    const v144 = f(v142 * v143);
    const v145 = f(v144 * f(c83[v37 * 2] - f(c83[v37 * 2 + 1] * v144)));
    const v146 = f(f(v142 * v142) + v145);
    const v147 = f(f(v143 * v143) + v145);
    a45.set(a55);
    a46.set(a56);
    v47 = v146;
    v48 = v147;
  }
  else  {
    const v148 = f(Math.log(0.20000000298023224));
    const v149 = f(Math.log(5));
    for (let v151 = 0; v151 < 23; v151++) {
      a150[v151] = f(v151 / 23);
    }
    for (let v153 = 0; v153 < 24; v153++) {
      a152[v153] = (v153 < 23 ? f(f(v148 * f(1 - a150[v153])) + f(v149 * a150[v153])) : v149);
    }
    let v156;
    let v157;
    v156 = v148;
    v157 = v149;
    for (let v158 = 0; v158 < 24; v158++) {
      const v159 = f(v156 + v157);
      const v160 = (v5 ? f(v159 / 2) : a152[v158]);
      const v161 = f(Math.exp(v160));
      const v165 = f(1 * 1);
      const v166 = f(1 * v161);
      const v167 = f(v166 + v165);
      let v168;
      let v169;
      let v170;
      let v171;
      let v172;
      const v173 = a41[v158 * 2];
      const v174 = a41[v158 * 2 + 1];
      const v175 = a41[v158 * 2];
      const v176 = a41[v158 * 2 + 1];
      v168 = v173;
      v169 = v174;
      v170 = 0;
      v171 = v175;
      v172 = v176;
      for (let v177 = 0; v177 < 201; v177++) {
        const v178 = f(f(0 * 0) + f(v169 * v169));
        const v179 = f(1 - v168);
        const v180 = f(f(v168 * v168) + v178);
        const v181 = f(f(v179 * v179) + v178);
        const v182 = f(f(v180 * 1) + f(v181 * v161));
        const v183 = f(v167 * f(2 * v169));
        const v184 = f(v167 * f(2 * 0));
        const v185 = f(f(-f(v166 * f(2 * v179))) + f(v165 * f(2 * v168)));
        const v186 = f(f(0 + 0) + v185);
        const v187 = f(f(0 + v184) + 0);
        const v188 = f(f(v183 + 0) + 0);
        const v189 = f(0 + v186);
        const v190 = f(v188 + 0);
        const v191 = f(Math.max(f(Math.abs(v189)), f(Math.abs(v190))));
        const v192 = f(Math.max(0, f(Math.max(0, v191))));
        const v193 = (((v192 > 0) && (v192 < Infinity)) ? v192 : 1);
        const v194 = f(v189 / v193);
        const v195 = f(v190 / v193);
        const v196 = f(f(v194 * v194) + f(v195 * v195));
        const v197 = f(v168 + f(-0.019999999552965164 * v189));
        const v198 = f(v169 + f(-0.019999999552965164 * v190));
        const v199 = (v170 + 1 | 0);
        const v200 = f(v193 * f(Math.sqrt(f(0 + v196))));
        a162[v177 * 2] = v168;
        a162[v177 * 2 + 1] = v169;
        a163[v177] = v182;
        a164[v177] = v200;
        const v201 = v168;
        const v202 = v169;
        v168 = v197;
        v169 = v198;
        v170 = v199;
        v171 = v201;
        v172 = v202;
      }
      const v203 = f(f(0 * 0) + f(v172 * v172));
      const v204 = f(1 - v171);
      const v205 = f(f(v171 * v171) + v203);
      const v206 = f(f(v204 * v204) + v203);
      const v207 = ((v206 > v2) ? v160 : v156);
      const v208 = ((v206 > v2) ? v157 : v160);
      a154[v158] = v161;
      a155[v158 * 2] = v205;
      a155[v158 * 2 + 1] = v206;
      v156 = v207;
      v157 = v208;
    }
    let v209;
    let v210;
    let v211;
    v209 = 0;
    v210 = 0;
    v211 = 1;
    for (let v212 = 0; v212 < 60; v212++) {
      const v213 = f(f(v210 + v211) / 2);
      const v214 = f(1 - v213);
      const v215 = f(v213 * v214);
      const v216 = f(v215 * f(0 - f(0 * v215)));
      const v217 = (f(f(v214 * v214) + v216) > v2);
      const v218 = (v209 + 1 | 0);
      const v219 = (v217 ? v213 : v210);
      const v220 = (v217 ? v211 : v213);
      v209 = v218;
      v210 = v219;
      v211 = v220;
    }
    const v221 = (((v2 >= 0) && (v2 <= 1)) ? f(f(v210 + v211) / 2) : NaN);
    const v222 = f(1 - v221);
    const v223 = f(v221 * v222);
    const v224 = f(v223 * f(0 - f(0 * v223)));
    const v225 = f(f(v221 * v221) + v224);
    const v226 = f(f(v222 * v222) + v224);
    a45.set(a154);
    a46.set(a155);
    v47 = v225;
    v48 = v226;
  }
  return [v47, v48];
}

function fill228() {
  for (let v229 = 0; v229 < 24; v229++) {
    a227[v229] = (1 + v229 | 0);
  }
}

function fill231(v1) {
  for (let v232 = 0; v232 < 24; v232++) {
    a230[v232] = (a227[v232] <= v1);
  }
}

function fill234() {
  for (let v235 = 0; v235 < 2; v235++) {
    for (let v236 = 0; v236 < 24; v236++) {
      a233[v235 * 24 + v236] = ((a230[v236] === 1) ? f(Math.abs(f(a46[v236 * 2 + v235] - a237[v235]))) : Infinity);
    }
  }
}

function fill239() {
  for (let v240 = 0; v240 < 24; v240++) {
    a238[v240] = f(Math.max(a233[v240], a233[24 + v240]));
  }
}

function fill242() {
  for (let v243 = 0; v243 < 24; v243++) {
    a241[v243] = (a238[v243] < 0.019999999552965164);
  }
}

function fill245(v1) {
  for (let v246 = 0; v246 < 24; v246++) {
    a244[v246] = (a227[v246] <= v1);
  }
}

function fill248() {
  for (let v249 = 0; v249 < 24; v249++) {
    a247[v249 * 2] = ((a244[v249] === 1) ? a45[v249] : NaN);
    a247[v249 * 2 + 1] = ((a244[v249] === 1) ? a46[v249 * 2 + 1] : NaN);
  }
}

function or250() {
  let v251 = false;
  for (let v252 = 0; v252 < 24; v252++) {
    v251 = (v251 || (a241[v252] === 1));
  }
  return [v251];
}

function argmax253() {
  let v254 = (a241[0] === 1);
  let v255 = 0;
  for (let v256 = 0; v256 < 24; v256++) {
    const v257 = (a241[v256] === 1);
    if (v257 > v254 || (v257 !== v257 && v254 === v254)) { v254 = v257; v255 = v256; }
  }
  return [v255];
}

function choose260(v40, v37) {
  if (v40 <= 0) {
    for (let v263 = 0; v263 < 100; v263++) {
      a262[v263] = f(v263 / 100);
    }
    for (let v265 = 0; v265 < 101; v265++) {
      a264[v265] = (v265 < 100 ? f(f(0 * f(1 - a262[v265])) + f(1 * a262[v265])) : 1);
    }
    for (let v267 = 0; v267 < 101; v267++) {
      a266[v267] = f(1 - a264[v267]);
    }
    for (let v269 = 0; v269 < 101; v269++) {
      a268[v269] = f(a264[v269] * a266[v269]);
    }
    for (let v271 = 0; v271 < 101; v271++) {
      a270[v271] = f(a268[v271] * f(c83[v37 * 2] - f(c83[v37 * 2 + 1] * a268[v271])));
    }
    for (let v273 = 0; v273 < 101; v273++) {
      a272[v273 * 2] = f(f(a264[v273] * a264[v273]) + a270[v273]);
      a272[v273 * 2 + 1] = f(f(a266[v273] * a266[v273]) + a270[v273]);
    }
    a261.set(a272);
  }
  else  {
    for (let v275 = 0; v275 < 100; v275++) {
      a274[v275] = f(v275 / 100);
    }
    for (let v277 = 0; v277 < 101; v277++) {
      a276[v277] = (v277 < 100 ? f(f(0 * f(1 - a274[v277])) + f(1 * a274[v277])) : 1);
    }
    for (let v279 = 0; v279 < 101; v279++) {
      a278[v279] = f(1 - a276[v279]);
    }
    for (let v281 = 0; v281 < 101; v281++) {
      a280[v281] = f(a276[v281] * a278[v281]);
    }
    for (let v283 = 0; v283 < 101; v283++) {
      a282[v283] = f(a280[v283] * f(0 - f(0 * a280[v283])));
    }
    for (let v285 = 0; v285 < 101; v285++) {
      a284[v285 * 2] = f(f(a276[v285] * a276[v285]) + a282[v285]);
      a284[v285 * 2 + 1] = f(f(a278[v285] * a278[v285]) + a282[v285]);
    }
    a261.set(a284);
  }
}

function fill292() {
  for (let v293 = 0; v293 < 24; v293++) {
    a291[v293] = f(f(a233[v293] * a233[v293]) + f(a233[24 + v293] * a233[24 + v293]));
  }
}

function min294() {
  let v295 = Infinity;
  for (let v296 = 0; v296 < 24; v296++) {
    v295 = f(Math.min(v295, f(Math.sqrt(a291[v296]))));
  }
  return [v295];
}

function fill298() {
  for (let v299 = 0; v299 < 24; v299++) {
    a297[v299 * 2] = ((a244[v299] === 1) ? a46[v299 * 2] : NaN);
    a297[v299 * 2 + 1] = ((a244[v299] === 1) ? a46[v299 * 2 + 1] : NaN);
  }
}

export function compute(x0, x1, x2, x3) {
  const v1 = x0;
  const v2 = f(x1);
  const v3 = x2;
  const v4 = x3;
  const v5 = (v4 < 2);
  const v6 = (((shift_right(0, 32) | 0)) >>> 0);
  const v7 = (((0 & -1 | 0)) >>> 0);
  threefry10(v6, v7);
  threefry15();
  fill20();
  fill23();
  threefry27();
  fill31();
  fill34();
  const v36 = ((v3 < 0) ? (v3 + 5 | 0) : v3);
  const v37 = Math.min(Math.max(v36, 0), 4);
  const v38 = Math.min(Math.max(v36, 0), 4);
  const v40 = ((c39[v38] === 1) ? 1 : 0);
  fill42(v4);
  const [v47, v48] = choose44(v40, v5, v37, v2);
  a237[0] = v47;
  a237[1] = v48;
  fill228();
  fill231(v1);
  fill234();
  fill239();
  fill242();
  fill245(v1);
  fill248();
  const [v251] = or250();
  const [v255] = argmax253();
  const v258 = (v251 ? (1 + v255 | 0) : v1);
  const v259 = ((!v251) && (v1 === 24));
  choose260(v40, v37);
  const v286 = f(v47 + 0.029999999329447746);
  const v287 = f(v48 + 0.029999999329447746);
  const v288 = (v1 - 1 | 0);
  const v289 = ((v288 < 0) ? (v288 + 24 | 0) : v288);
  const v290 = Math.min(Math.max(v289, 0), 23);
  fill292();
  const [v295] = min294();
  fill298();
  const v300 = f(v47 + -0.019999999552965164);
  const v301 = f(v48 + -0.019999999552965164);
  const v302 = f(v47 + -0.019999999552965164);
  const v303 = f(v48 + 0.019999999552965164);
  const v304 = f(v47 + 0.019999999552965164);
  const v305 = f(v48 + 0.019999999552965164);
  const v306 = f(v47 + 0.019999999552965164);
  const v307 = f(v48 + -0.019999999552965164);
  const v308 = f(v47 + -0.019999999552965164);
  const v309 = f(v48 + -0.019999999552965164);
  const v310 = (v251 ? 0 : 1);
  const v311 = (Math.imul(200, v258) | 0);
  const v312 = (((v3 === 0) && v251) && (v1 <= 8));
  const v313 = (((v3 === 1) && v5) && v259);
  const v314 = ((v3 === 3) && v259);
  a315[0] = v300;
  a315[1] = v301;
  a315[2] = v302;
  a315[3] = v303;
  a315[4] = v304;
  a315[5] = v305;
  a315[6] = v306;
  a315[7] = v307;
  a315[8] = v308;
  a315[9] = v309;
  a316[0] = v286;
  a316[1] = v287;
  a317[0] = 0.20000000298023224;
  a317[1] = v2;
  a317[2] = 5;
  a317[3] = v2;
  a318[0] = a247[v290 * 2];
  a318[1] = a247[v290 * 2 + 1];
  a319[0] = v312;
  a319[1] = v313;
  a319[2] = v314;
  return [a261, a297, a315, a316, a317, a247, a247, a318, v310, a45, v311, v258, v295, a319];
}

// Bits moved down, zeros from above; 32 places or more leave nothing.
function shift_right(x, places) {
  return places >>> 0 > 31 ? 0 : x >>> places;
}

// The error function: its series near 0, its continued fraction elsewhere.
function erf(x) {
  const size = Math.abs(x);
  if (size > 6) return Math.sign(x);
  if (size > 2.5) {
    let fraction = 0;
    for (let k = 60; k > 0; k--) fraction = k / 2 / (size + fraction);
    return Math.sign(x) * (1 - Math.exp(-x * x) / ((size + fraction) * Math.sqrt(Math.PI)));
  }
  let term = x, sum = x;
  for (let k = 1; k < 60; k++) {
    term *= (-x * x) / k;
    sum += term / (2 * k + 1);
  }
  return Number.isNaN(x) ? x : (2 / Math.sqrt(Math.PI)) * sum;
}

// Its inverse (Giles, 2010), then one step of Newton.
function erf_inv(x) {
  if (Math.abs(x) >= 1) return Math.abs(x) > 1 ? NaN : x * Infinity;
  let w = -Math.log((1 - x) * (1 + x)), near = w < 5, p = 0;
  w = near ? w - 2.5 : Math.sqrt(w) - 3;
  const terms = near
    ? [2.81022636e-8, 3.43273939e-7, -3.5233877e-6, -4.39150654e-6, 0.00021858087, -0.00125372503, -0.00417768164, 0.246640727, 1.50140941]
    : [-0.000200214257, 0.000100950558, 0.00134934322, -0.00367342844, 0.00573950773, -0.0076224613, 0.00943887047, 1.00167406, 2.83297682];
  for (const term of terms) p = term + p * w;
  const y = p * x;
  return y - (erf(y) - x) / ((2 / Math.sqrt(Math.PI)) * Math.exp(-y * y));
}

// The float32 that has these bits.
function as_float(bits) {
  return new Float32Array(Uint32Array.of(bits).buffer)[0];
}

// Two words of a key and two of a counter, mixed in 20 rounds (Salmon et al., 2011).
function threefry(k0, k1, x0, x1) {
  const keys = [k0, k1, k0 ^ k1 ^ 0x1bd11bda];
  const turns = [[13, 15, 26, 6], [17, 29, 16, 24]];
  x0 = (x0 + k0) | 0;
  x1 = (x1 + k1) | 0;
  for (let round = 0; round < 5; round++) {
    for (const turn of turns[round % 2]) {
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << turn) | (x1 >>> (32 - turn))) ^ x0;
    }
    x0 = (x0 + keys[(round + 1) % 3]) | 0;
    x1 = (x1 + keys[(round + 2) % 3] + round + 1) | 0;
  }
  return [x0 >>> 0, x1 >>> 0];
}
