// race: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: 7c5f52f63b7ea21c
const f = Math.fround;
const a1 = new Float32Array(2);
const c19 = Float32Array.of(1, 0, 1.5, 0, 1.5, 4, 0.2, -4);
const c21 = Uint8Array.of(true, false, false, false);
const a45 = new Float32Array(1002);
const a80 = new Float32Array(1002);
const a122 = new Float32Array(1002);
const a166 = new Float32Array(1002);
const a277 = new Float32Array(1002);
const a337 = new Float32Array(1002);
const a397 = new Float32Array(3006);
const a401 = new Float32Array(3006);
const a405 = new Float32Array(3006);
const a409 = new Float32Array(3006);
const a413 = new Uint8Array(3006);
const a417 = new Float32Array(9018);
const a421 = new Float32Array(3006);
const a425 = new Float32Array(3006);
const a429 = new Float32Array(6012);
const a433 = new Float32Array(3006);
const a437 = new Float32Array(3006);
const a441 = new Float32Array(3006);
const a445 = new Float32Array(3006);
const a449 = new Float32Array(3006);
const a453 = new Float32Array(3006);
const a457 = new Float32Array(100);
const a460 = new Float32Array(101);
const a463 = new Float32Array(101);
const a466 = new Float32Array(101);
const a469 = new Float32Array(101);
const a472 = new Float32Array(101);
const a475 = new Float32Array(101);
const a478 = new Float32Array(101);
const a481 = new Float32Array(501);
const a497 = new Uint8Array(6);
const a498 = new Int32Array(6);
const a500 = new Float64Array(6);
const a502 = new Uint8Array(6);
const c506 = Int32Array.of(0, 1, 2, 3, 4, 5);
const a507 = new Float32Array(202);
const a510 = new Float32Array(1002);
const a513 = new Float32Array(1002);
const a516 = new Float32Array(1002);
const a519 = new Float32Array(1002);
const a522 = new Float32Array(1002);
const a525 = new Float32Array(1002);
const a531 = new Float32Array(4);
const a532 = new Float32Array(2);
const a533 = new Float32Array(2);
const a534 = new Float32Array(2);
const a535 = new Float32Array(1002);
const a538 = new Float32Array(1002);
const a541 = new Float32Array(1002);
const a544 = new Float32Array(1002);
const a547 = new Float32Array(1002);
const a550 = new Float32Array(1002);
const a553 = new Float32Array(1002);
const a556 = new Float32Array(1002);
const a559 = new Float32Array(1002);
const a562 = new Float32Array(1002);
const a565 = new Float32Array(1002);
const a568 = new Float32Array(1002);
const a571 = new Uint8Array(3);

function scan9(v7, v8, v2) {
  let v10;
  let v11;
  v10 = 0;
  v11 = 1;
  for (let v12 = 0; v12 < 60; v12++) {
    const v13 = f(f(v10 + v11) / 2);
    const v14 = f(1 - v13);
    const v15 = f(v13 * v14);
    const v16 = f(v15 * f(0 - f(0 * v15)));
    const v17 = f(v13 * v13);
    const v18 = f(v14 * v14);
    const v20 = f(v15 * f(c19[v7 * 2] - f(c19[v7 * 2 + 1] * v15)));
    const v22 = (((c21[v8] === 1) ? f(v18 + v16) : f(v18 + v20)) > v2);
    const v23 = (v22 ? v13 : v10);
    const v24 = (v22 ? v11 : v13);
    v10 = v23;
    v11 = v24;
  }
  return [v10, v11];
}

function scan46(v44, v4, v5, v7, v8) {
  const v47 = f(1 * 1);
  const v48 = f(1 * v44);
  const v49 = f(v48 + v47);
  let v50;
  let v51;
  v50 = v4;
  v51 = v5;
  for (let v52 = 0; v52 < 501; v52++) {
    const v53 = f(1.5707963705062866 * v50);
    const v54 = f(Math.sin(v53));
    const v55 = f(Math.cos(v53));
    const v56 = f(v54 * v55);
    const v57 = f(c19[v7 * 2] - f(c19[v7 * 2 + 1] * f(v56 * v56)));
    const v58 = (v57 <= 0);
    const v59 = f(Math.sqrt((v58 ? 1 : v57)));
    const v60 = (v58 ? 0 : v59);
    const v61 = ((c21[v8] === 1) ? v50 : f(v54 * v54));
    const v62 = ((c21[v8] === 1) ? 0 : f(v56 * v60));
    const v63 = ((c21[v8] === 1) ? v51 : v51);
    const v64 = f(v49 * f(2 * v63));
    const v65 = f(v49 * f(2 * v62));
    const v66 = f(f(-f(v48 * f(2 * f(1 - v61)))) + f(v47 * f(2 * v61)));
    const v67 = f(f(0 + 0) + v66);
    const v68 = f(f(0 + v65) + 0);
    const v69 = f(f(v64 + 0) + 0);
    const v70 = ((c21[v8] === 1) ? 0 : v67);
    const v71 = ((c21[v8] === 1) ? 0 : v68);
    const v72 = ((c21[v8] === 1) ? 0 : v69);
    const v73 = f(f(v71 * v60) + f(f(c19[v7 * 2 + 1] * f(-(v58 ? 0 : f((v58 ? 0 : f(v56 * v71)) * f(0.5 / v59))))) * f(2 * v56)));
    const v74 = f(1.5707963705062866 * f(f(f(f(-f(v54 * v73)) * v54) + f(f(v73 * v55) * v55)) + f(f(v70 * f(2 * v54)) * v55)));
    const v75 = ((c21[v8] === 1) ? v67 : 0);
    const v76 = ((c21[v8] === 1) ? v68 : 0);
    const v77 = ((c21[v8] === 1) ? v69 : 0);
    const v78 = f(v50 + f(-0.019999999552965164 * f(f(f(0 + v74) + 0) + v75)));
    const v79 = f(v51 + f(-0.019999999552965164 * f(f(f(v72 + 0) + v77) + 0)));
    a45[v52 * 2] = v50;
    a45[v52 * 2 + 1] = v51;
    v50 = v78;
    v51 = v79;
  }
  return [v50, v51];
}

function scan81(v4, v5, v7, v8, v2) {
  let v82;
  let v83;
  v82 = v4;
  v83 = v5;
  for (let v84 = 0; v84 < 501; v84++) {
    const v85 = f(1.5707963705062866 * v82);
    const v86 = f(Math.sin(v85));
    const v87 = f(Math.cos(v85));
    const v88 = f(v86 * v87);
    const v89 = f(c19[v7 * 2] - f(c19[v7 * 2 + 1] * f(v88 * v88)));
    const v90 = (v89 <= 0);
    const v91 = f(Math.sqrt((v90 ? 1 : v89)));
    const v92 = (v90 ? 0 : v91);
    const v93 = ((c21[v8] === 1) ? v82 : f(v86 * v86));
    const v94 = ((c21[v8] === 1) ? 0 : f(v88 * v92));
    const v95 = ((c21[v8] === 1) ? v83 : v83);
    const v96 = f(f(v94 * v94) + f(v95 * v95));
    const v97 = f(1 - v93);
    const v98 = f(f(f(v97 * v97) + v96) - v2);
    const v99 = f(Math.max(0, v98));
    const v100 = f(f(10 * f(2 * v99)) * f(((v98 === v99) ? 1 : 0) / ((0 === v99) ? 2 : 1)));
    const v101 = f(0 + 1);
    const v102 = f(v100 + 0);
    const v103 = f(v102 + v101);
    const v104 = f(v103 * f(2 * v95));
    const v105 = f(v103 * f(2 * v94));
    const v106 = f(f(-f(v102 * f(2 * v97))) + f(v101 * f(2 * v93)));
    const v107 = f(f(0 + 0) + v106);
    const v108 = f(f(0 + v105) + 0);
    const v109 = f(f(v104 + 0) + 0);
    const v110 = ((c21[v8] === 1) ? 0 : v107);
    const v111 = ((c21[v8] === 1) ? 0 : v108);
    const v112 = ((c21[v8] === 1) ? 0 : v109);
    const v113 = f(f(v111 * v92) + f(f(c19[v7 * 2 + 1] * f(-(v90 ? 0 : f((v90 ? 0 : f(v88 * v111)) * f(0.5 / v91))))) * f(2 * v88)));
    const v114 = f(1.5707963705062866 * f(f(f(f(-f(v86 * v113)) * v86) + f(f(v113 * v87) * v87)) + f(f(v110 * f(2 * v86)) * v87)));
    const v115 = ((c21[v8] === 1) ? v107 : 0);
    const v116 = ((c21[v8] === 1) ? v108 : 0);
    const v117 = ((c21[v8] === 1) ? v109 : 0);
    const v118 = f(v82 + f(-0.019999999552965164 * f(f(f(0 + v114) + 0) + v115)));
    const v119 = f(v83 + f(-0.019999999552965164 * f(f(f(v112 + 0) + v117) + 0)));
    a80[v84 * 2] = v82;
    a80[v84 * 2 + 1] = v83;
    v82 = v118;
    v83 = v119;
  }
  return [v82, v83];
}

function scan123(v4, v5, v7, v8, v120, v121) {
  let v124;
  let v125;
  v124 = v4;
  v125 = v5;
  for (let v126 = 0; v126 < 501; v126++) {
    const v127 = f(1.5707963705062866 * v124);
    const v128 = f(Math.sin(v127));
    const v129 = f(Math.cos(v127));
    const v130 = f(v128 * v129);
    const v131 = f(c19[v7 * 2] - f(c19[v7 * 2 + 1] * f(v130 * v130)));
    const v132 = (v131 <= 0);
    const v133 = f(Math.sqrt((v132 ? 1 : v131)));
    const v134 = (v132 ? 0 : v133);
    const v135 = ((c21[v8] === 1) ? v124 : f(v128 * v128));
    const v136 = ((c21[v8] === 1) ? 0 : f(v130 * v134));
    const v137 = ((c21[v8] === 1) ? v125 : v125);
    const v138 = f(f(v136 * v136) + f(v137 * v137));
    const v139 = f(1 - v135);
    const v140 = f(v120 * f(f(v135 * v135) + v138));
    const v141 = f(v121 * f(f(v139 * v139) + v138));
    const v142 = f(Math.max(v140, v141));
    const v143 = ((v140 === v142) ? 1 : 0);
    const v144 = ((v141 === v142) ? 1 : 0);
    const v145 = f(v143 + v144);
    const v146 = f(1 / v145);
    const v147 = f(v120 * f(v146 * v143));
    const v148 = f(v121 * f(v146 * v144));
    const v149 = f(v148 + v147);
    const v150 = f(v149 * f(2 * v137));
    const v151 = f(v149 * f(2 * v136));
    const v152 = f(f(-f(v148 * f(2 * v139))) + f(v147 * f(2 * v135)));
    const v153 = f(f(0 + 0) + v152);
    const v154 = f(f(0 + v151) + 0);
    const v155 = f(f(v150 + 0) + 0);
    const v156 = ((c21[v8] === 1) ? 0 : v153);
    const v157 = ((c21[v8] === 1) ? 0 : v154);
    const v158 = ((c21[v8] === 1) ? 0 : v155);
    const v159 = f(f(v157 * v134) + f(f(c19[v7 * 2 + 1] * f(-(v132 ? 0 : f((v132 ? 0 : f(v130 * v157)) * f(0.5 / v133))))) * f(2 * v130)));
    const v160 = f(1.5707963705062866 * f(f(f(f(-f(v128 * v159)) * v128) + f(f(v159 * v129) * v129)) + f(f(v156 * f(2 * v128)) * v129)));
    const v161 = ((c21[v8] === 1) ? v153 : 0);
    const v162 = ((c21[v8] === 1) ? v154 : 0);
    const v163 = ((c21[v8] === 1) ? v155 : 0);
    const v164 = f(v124 + f(-0.019999999552965164 * f(f(f(0 + v160) + 0) + v161)));
    const v165 = f(v125 + f(-0.019999999552965164 * f(f(f(v158 + 0) + v163) + 0)));
    a122[v126 * 2] = v124;
    a122[v126 * 2 + 1] = v125;
    v124 = v164;
    v125 = v165;
  }
  return [v124, v125];
}

function scan167(v4, v5, v7, v8, v2) {
  let v168;
  let v169;
  v168 = v4;
  v169 = v5;
  for (let v170 = 0; v170 < 501; v170++) {
    const v171 = f(1.5707963705062866 * v168);
    const v172 = f(Math.sin(v171));
    const v173 = f(v172 * f(Math.cos(v171)));
    const v174 = f(c19[v7 * 2] - f(c19[v7 * 2 + 1] * f(v173 * v173)));
    const v175 = (v174 <= 0);
    const v176 = ((c21[v8] === 1) ? v168 : f(v172 * v172));
    const v177 = ((c21[v8] === 1) ? 0 : f(v173 * (v175 ? 0 : f(Math.sqrt((v175 ? 1 : v174))))));
    const v178 = ((c21[v8] === 1) ? v169 : v169);
    const v179 = f(f(v177 * v177) + f(v178 * v178));
    const v180 = f(1 - v176);
    const v181 = ((f(f(v180 * v180) + v179) > v2) ? 1 : 0);
    let v182;
    let v183;
    let v184;
    let v185;
    let v186;
    let v187;
    let v188;
    let v189;
    let v190;
    let v191;
    let v192;
    let v193;
    let v194;
    let v195;
    let v196;
    let v197;
    let v198;
    if (v181 <= 0) {
      const v199 = f(1.5707963705062866 * v168);
      const v200 = f(Math.sin(v199));
      const v201 = f(Math.cos(v199));
      const v202 = f(v200 * v201);
      const v203 = f(c19[v7 * 2] - f(c19[v7 * 2 + 1] * f(v202 * v202)));
      const v204 = (v203 <= 0);
      const v205 = f(Math.sqrt((v204 ? 1 : v203)));
      const v206 = (v204 ? 0 : v205);
      const v207 = ((c21[v8] === 1) ? v168 : f(v200 * v200));
      const v208 = ((c21[v8] === 1) ? 0 : f(v202 * v206));
      const v209 = ((c21[v8] === 1) ? v169 : v169);
      const v210 = f(2 * v200);
      const v211 = f(2 * v202);
      const v212 = f(0.5 / v205);
      const v213 = f(2 * v208);
      const v214 = f(2 * v209);
      const v215 = f(2 * v207);
      const v216 = f(2 * f(1 - v207));
      const v217 = c19[v7 * 2 + 1];
      const v218 = (c21[v8] === 1);
      v182 = v201;
      v183 = v210;
      v184 = v201;
      v185 = v200;
      v186 = v201;
      v187 = v200;
      v188 = v211;
      v189 = v217;
      v190 = v204;
      v191 = v212;
      v192 = v206;
      v193 = v202;
      v194 = v218;
      v195 = v213;
      v196 = v214;
      v197 = v215;
      v198 = v216;
    }
    else  {
      const v219 = f(1.5707963705062866 * v168);
      const v220 = f(Math.sin(v219));
      const v221 = f(Math.cos(v219));
      const v222 = f(v220 * v221);
      const v223 = f(c19[v7 * 2] - f(c19[v7 * 2 + 1] * f(v222 * v222)));
      const v224 = (v223 <= 0);
      const v225 = f(Math.sqrt((v224 ? 1 : v223)));
      const v226 = (v224 ? 0 : v225);
      const v227 = ((c21[v8] === 1) ? v168 : f(v220 * v220));
      const v228 = ((c21[v8] === 1) ? 0 : f(v222 * v226));
      const v229 = ((c21[v8] === 1) ? v169 : v169);
      const v230 = f(2 * v220);
      const v231 = f(2 * v222);
      const v232 = f(0.5 / v225);
      const v233 = f(2 * v228);
      const v234 = f(2 * v229);
      const v235 = f(2 * v227);
      const v236 = f(2 * f(1 - v227));
      const v237 = c19[v7 * 2 + 1];
      const v238 = (c21[v8] === 1);
      v182 = v221;
      v183 = v230;
      v184 = v221;
      v185 = v220;
      v186 = v221;
      v187 = v220;
      v188 = v231;
      v189 = v237;
      v190 = v224;
      v191 = v232;
      v192 = v226;
      v193 = v222;
      v194 = v238;
      v195 = v233;
      v196 = v234;
      v197 = v235;
      v198 = v236;
    }
    let v239;
    let v240;
    if (v181 <= 0) {
      const v241 = f(0 + 1);
      const v242 = f(v241 * v196);
      const v243 = f(v241 * v195);
      const v244 = f(f(-f(0 * v198)) + f(1 * v197));
      const v245 = f(f(0 + 0) + v244);
      const v246 = f(f(0 + v243) + 0);
      const v247 = f(f(v242 + 0) + 0);
      const v248 = (v194 ? 0 : v245);
      const v249 = (v194 ? 0 : v246);
      const v250 = (v194 ? 0 : v247);
      const v251 = f(f(v249 * v192) + f(f(v189 * f(-(v190 ? 0 : f((v190 ? 0 : f(v193 * v249)) * v191)))) * v188));
      const v252 = f(1.5707963705062866 * f(f(f(f(-f(v187 * v251)) * v185) + f(f(v251 * v186) * v184)) + f(f(v248 * v183) * v182)));
      const v253 = (v194 ? v245 : 0);
      const v254 = (v194 ? v246 : 0);
      const v255 = (v194 ? v247 : 0);
      const v256 = f(f(f(0 + v252) + 0) + v253);
      const v257 = f(f(f(v250 + 0) + v255) + 0);
      v239 = v256;
      v240 = v257;
    }
    else  {
      const v258 = f(1 + 0);
      const v259 = f(v258 * v196);
      const v260 = f(v258 * v195);
      const v261 = f(f(-f(1 * v198)) + f(0 * v197));
      const v262 = f(f(0 + 0) + v261);
      const v263 = f(f(0 + v260) + 0);
      const v264 = f(f(v259 + 0) + 0);
      const v265 = (v194 ? 0 : v262);
      const v266 = (v194 ? 0 : v263);
      const v267 = (v194 ? 0 : v264);
      const v268 = f(f(v266 * v192) + f(f(v189 * f(-(v190 ? 0 : f((v190 ? 0 : f(v193 * v266)) * v191)))) * v188));
      const v269 = f(1.5707963705062866 * f(f(f(f(-f(v187 * v268)) * v185) + f(f(v268 * v186) * v184)) + f(f(v265 * v183) * v182)));
      const v270 = (v194 ? v262 : 0);
      const v271 = (v194 ? v263 : 0);
      const v272 = (v194 ? v264 : 0);
      const v273 = f(f(f(0 + v269) + 0) + v270);
      const v274 = f(f(f(v267 + 0) + v272) + 0);
      v239 = v273;
      v240 = v274;
    }
    const v275 = f(v168 + f(-0.019999999552965164 * v239));
    const v276 = f(v169 + f(-0.019999999552965164 * v240));
    a166[v170 * 2] = v168;
    a166[v170 * 2 + 1] = v169;
    v168 = v275;
    v169 = v276;
  }
  return [v168, v169];
}

function scan278(v4, v5, v7, v8, v2) {
  let v279;
  let v280;
  let v281;
  v279 = v4;
  v280 = v5;
  v281 = 0;
  for (let v282 = 0; v282 < 501; v282++) {
    const v283 = f(1.5707963705062866 * v279);
    const v284 = f(Math.sin(v283));
    const v285 = f(Math.cos(v283));
    const v286 = f(v284 * v285);
    const v287 = f(c19[v7 * 2] - f(c19[v7 * 2 + 1] * f(v286 * v286)));
    const v288 = (v287 <= 0);
    const v289 = f(Math.sqrt((v288 ? 1 : v287)));
    const v290 = (v288 ? 0 : v289);
    const v291 = ((c21[v8] === 1) ? v279 : f(v284 * v284));
    const v292 = ((c21[v8] === 1) ? 0 : f(v286 * v290));
    const v293 = ((c21[v8] === 1) ? v280 : v280);
    const v294 = f(f(v292 * v292) + f(v293 * v293));
    const v295 = f(1 - v291);
    const v296 = f(f(f(v295 * v295) + v294) - v2);
    const v297 = f(2 * v284);
    const v298 = f(2 * v286);
    const v299 = f(0.5 / v289);
    const v300 = f(2 * v292);
    const v301 = f(2 * v293);
    const v302 = f(2 * v291);
    const v303 = f(2 * v295);
    const v304 = f(f(v281 + f(0 * v296)) * 1);
    const v305 = f(v304 + 0);
    const v306 = f(v305 * v301);
    const v307 = f(v305 * v300);
    const v308 = f(f(-f(v304 * v303)) + f(0 * v302));
    const v309 = f(f(0 + 0) + v308);
    const v310 = f(f(0 + v307) + 0);
    const v311 = f(f(v306 + 0) + 0);
    const v312 = ((c21[v8] === 1) ? 0 : v309);
    const v313 = ((c21[v8] === 1) ? 0 : v310);
    const v314 = ((c21[v8] === 1) ? 0 : v311);
    const v315 = f(f(v313 * v290) + f(f(c19[v7 * 2 + 1] * f(-(v288 ? 0 : f((v288 ? 0 : f(v286 * v313)) * v299)))) * v298));
    const v316 = f(1.5707963705062866 * f(f(f(f(-f(v284 * v315)) * v284) + f(f(v315 * v285) * v285)) + f(f(v312 * v297) * v285)));
    const v317 = ((c21[v8] === 1) ? v309 : 0);
    const v318 = ((c21[v8] === 1) ? v310 : 0);
    const v319 = ((c21[v8] === 1) ? v311 : 0);
    const v320 = f(1 * v301);
    const v321 = f(1 * v300);
    const v322 = f(f(-f(0 * v303)) + f(1 * v302));
    const v323 = f(f(0 + 0) + v322);
    const v324 = f(f(0 + v321) + 0);
    const v325 = f(f(v320 + 0) + 0);
    const v326 = ((c21[v8] === 1) ? 0 : v323);
    const v327 = ((c21[v8] === 1) ? 0 : v324);
    const v328 = ((c21[v8] === 1) ? 0 : v325);
    const v329 = f(f(v327 * v290) + f(f(c19[v7 * 2 + 1] * f(-(v288 ? 0 : f((v288 ? 0 : f(v286 * v327)) * v299)))) * v298));
    const v330 = f(1.5707963705062866 * f(f(f(f(-f(v284 * v329)) * v284) + f(f(v329 * v285) * v285)) + f(f(v326 * v297) * v285)));
    const v331 = ((c21[v8] === 1) ? v323 : 0);
    const v332 = ((c21[v8] === 1) ? v324 : 0);
    const v333 = ((c21[v8] === 1) ? v325 : 0);
    const v334 = f(v279 + f(-0.019999999552965164 * f(f(f(f(f(f(f(0 + v316) + 0) + v317) + 0) + v330) + 0) + v331)));
    const v335 = f(v280 + f(-0.019999999552965164 * f(f(f(f(f(f(f(v314 + 0) + v319) + 0) + v328) + 0) + v333) + 0)));
    const v336 = f(v281 + f(0.4000000059604645 * v296));
    a277[v282 * 2] = v279;
    a277[v282 * 2 + 1] = v280;
    v279 = v334;
    v280 = v335;
    v281 = v336;
  }
  return [v279, v280, v281];
}

function scan338(v4, v5, v7, v8, v2) {
  let v339;
  let v340;
  let v341;
  v339 = v4;
  v340 = v5;
  v341 = 0;
  for (let v342 = 0; v342 < 501; v342++) {
    const v343 = f(1.5707963705062866 * v339);
    const v344 = f(Math.sin(v343));
    const v345 = f(Math.cos(v343));
    const v346 = f(v344 * v345);
    const v347 = f(c19[v7 * 2] - f(c19[v7 * 2 + 1] * f(v346 * v346)));
    const v348 = (v347 <= 0);
    const v349 = f(Math.sqrt((v348 ? 1 : v347)));
    const v350 = (v348 ? 0 : v349);
    const v351 = ((c21[v8] === 1) ? v339 : f(v344 * v344));
    const v352 = ((c21[v8] === 1) ? 0 : f(v346 * v350));
    const v353 = ((c21[v8] === 1) ? v340 : v340);
    const v354 = f(f(v352 * v352) + f(v353 * v353));
    const v355 = f(1 - v351);
    const v356 = f(f(f(v355 * v355) + v354) - v2);
    const v357 = f(2 * v344);
    const v358 = f(2 * v346);
    const v359 = f(0.5 / v349);
    const v360 = f(2 * v352);
    const v361 = f(2 * v353);
    const v362 = f(2 * v351);
    const v363 = f(2 * v355);
    const v364 = f(f(v341 + f(20 * v356)) * 1);
    const v365 = f(v364 + 0);
    const v366 = f(v365 * v361);
    const v367 = f(v365 * v360);
    const v368 = f(f(-f(v364 * v363)) + f(0 * v362));
    const v369 = f(f(0 + 0) + v368);
    const v370 = f(f(0 + v367) + 0);
    const v371 = f(f(v366 + 0) + 0);
    const v372 = ((c21[v8] === 1) ? 0 : v369);
    const v373 = ((c21[v8] === 1) ? 0 : v370);
    const v374 = ((c21[v8] === 1) ? 0 : v371);
    const v375 = f(f(v373 * v350) + f(f(c19[v7 * 2 + 1] * f(-(v348 ? 0 : f((v348 ? 0 : f(v346 * v373)) * v359)))) * v358));
    const v376 = f(1.5707963705062866 * f(f(f(f(-f(v344 * v375)) * v344) + f(f(v375 * v345) * v345)) + f(f(v372 * v357) * v345)));
    const v377 = ((c21[v8] === 1) ? v369 : 0);
    const v378 = ((c21[v8] === 1) ? v370 : 0);
    const v379 = ((c21[v8] === 1) ? v371 : 0);
    const v380 = f(1 * v361);
    const v381 = f(1 * v360);
    const v382 = f(f(-f(0 * v363)) + f(1 * v362));
    const v383 = f(f(0 + 0) + v382);
    const v384 = f(f(0 + v381) + 0);
    const v385 = f(f(v380 + 0) + 0);
    const v386 = ((c21[v8] === 1) ? 0 : v383);
    const v387 = ((c21[v8] === 1) ? 0 : v384);
    const v388 = ((c21[v8] === 1) ? 0 : v385);
    const v389 = f(f(v387 * v350) + f(f(c19[v7 * 2 + 1] * f(-(v348 ? 0 : f((v348 ? 0 : f(v346 * v387)) * v359)))) * v358));
    const v390 = f(1.5707963705062866 * f(f(f(f(-f(v344 * v389)) * v344) + f(f(v389 * v345) * v345)) + f(f(v386 * v357) * v345)));
    const v391 = ((c21[v8] === 1) ? v383 : 0);
    const v392 = ((c21[v8] === 1) ? v384 : 0);
    const v393 = ((c21[v8] === 1) ? v385 : 0);
    const v394 = f(v339 + f(-0.019999999552965164 * f(f(f(f(f(f(f(0 + v376) + 0) + v377) + 0) + v390) + 0) + v391)));
    const v395 = f(v340 + f(-0.019999999552965164 * f(f(f(f(f(f(f(v374 + 0) + v379) + 0) + v388) + 0) + v393) + 0)));
    const v396 = f(v341 + f(0.4000000059604645 * v356));
    a337[v342 * 2] = v339;
    a337[v342 * 2 + 1] = v340;
    v339 = v394;
    v340 = v395;
    v341 = v396;
  }
  return [v339, v340, v341];
}

function fill398() {
  for (let v399 = 0; v399 < 6; v399++) {
    for (let v400 = 0; v400 < 501; v400++) {
      a397[v399 * 501 + v400] = f(1.5707963705062866 * (v399 < 1 ? a45[v400 * 2] : (v399 < 2 ? a80[v400 * 2] : (v399 < 3 ? a122[v400 * 2] : (v399 < 4 ? a166[v400 * 2] : (v399 < 5 ? a277[v400 * 2] : a337[v400 * 2]))))));
    }
  }
  return [];
}

function fill402() {
  for (let v403 = 0; v403 < 6; v403++) {
    for (let v404 = 0; v404 < 501; v404++) {
      a401[v403 * 501 + v404] = f(Math.sin(a397[v403 * 501 + v404]));
    }
  }
  return [];
}

function fill406() {
  for (let v407 = 0; v407 < 6; v407++) {
    for (let v408 = 0; v408 < 501; v408++) {
      a405[v407 * 501 + v408] = f(a401[v407 * 501 + v408] * f(Math.cos(a397[v407 * 501 + v408])));
    }
  }
  return [];
}

function fill410(v7) {
  for (let v411 = 0; v411 < 6; v411++) {
    for (let v412 = 0; v412 < 501; v412++) {
      a409[v411 * 501 + v412] = f(c19[v7 * 2] - f(c19[v7 * 2 + 1] * f(a405[v411 * 501 + v412] * a405[v411 * 501 + v412])));
    }
  }
  return [];
}

function fill414() {
  for (let v415 = 0; v415 < 6; v415++) {
    for (let v416 = 0; v416 < 501; v416++) {
      a413[v415 * 501 + v416] = (a409[v415 * 501 + v416] <= 0);
    }
  }
  return [];
}

function fill418(v8) {
  for (let v419 = 0; v419 < 6; v419++) {
    for (let v420 = 0; v420 < 501; v420++) {
      a417[(v419 * 501 + v420) * 3] = ((c21[v8] === 1) ? (v419 < 1 ? a45[v420 * 2] : (v419 < 2 ? a80[v420 * 2] : (v419 < 3 ? a122[v420 * 2] : (v419 < 4 ? a166[v420 * 2] : (v419 < 5 ? a277[v420 * 2] : a337[v420 * 2]))))) : f(a401[v419 * 501 + v420] * a401[v419 * 501 + v420]));
      a417[(v419 * 501 + v420) * 3 + 1] = ((c21[v8] === 1) ? 0 : f(a405[v419 * 501 + v420] * ((a413[v419 * 501 + v420] === 1) ? 0 : f(Math.sqrt(((a413[v419 * 501 + v420] === 1) ? 1 : a409[v419 * 501 + v420]))))));
      a417[(v419 * 501 + v420) * 3 + 2] = ((c21[v8] === 1) ? (v419 < 1 ? a45[v420 * 2 + 1] : (v419 < 2 ? a80[v420 * 2 + 1] : (v419 < 3 ? a122[v420 * 2 + 1] : (v419 < 4 ? a166[v420 * 2 + 1] : (v419 < 5 ? a277[v420 * 2 + 1] : a337[v420 * 2 + 1]))))) : (v419 < 1 ? a45[v420 * 2 + 1] : (v419 < 2 ? a80[v420 * 2 + 1] : (v419 < 3 ? a122[v420 * 2 + 1] : (v419 < 4 ? a166[v420 * 2 + 1] : (v419 < 5 ? a277[v420 * 2 + 1] : a337[v420 * 2 + 1]))))));
    }
  }
  return [];
}

function fill422() {
  for (let v423 = 0; v423 < 6; v423++) {
    for (let v424 = 0; v424 < 501; v424++) {
      a421[v423 * 501 + v424] = f(f(a417[(v423 * 501 + v424) * 3 + 1] * a417[(v423 * 501 + v424) * 3 + 1]) + f(a417[(v423 * 501 + v424) * 3 + 2] * a417[(v423 * 501 + v424) * 3 + 2]));
    }
  }
  return [];
}

function fill426() {
  for (let v427 = 0; v427 < 6; v427++) {
    for (let v428 = 0; v428 < 501; v428++) {
      a425[v427 * 501 + v428] = f(1 - a417[(v427 * 501 + v428) * 3]);
    }
  }
  return [];
}

function fill430() {
  for (let v431 = 0; v431 < 6; v431++) {
    for (let v432 = 0; v432 < 501; v432++) {
      a429[(v431 * 501 + v432) * 2] = f(f(a417[(v431 * 501 + v432) * 3] * a417[(v431 * 501 + v432) * 3]) + a421[v431 * 501 + v432]);
      a429[(v431 * 501 + v432) * 2 + 1] = f(f(a425[v431 * 501 + v432] * a425[v431 * 501 + v432]) + a421[v431 * 501 + v432]);
    }
  }
  return [];
}

function fill434(v32, v33) {
  for (let v435 = 0; v435 < 6; v435++) {
    for (let v436 = 0; v436 < 501; v436++) {
      a433[v435 * 501 + v436] = f(Math.max(f(Math.abs(f((v435 < 1 ? a429[v436 * 2] : (v435 < 2 ? a429[(501 + v436) * 2] : (v435 < 3 ? a429[(1002 + v436) * 2] : (v435 < 4 ? a429[(1503 + v436) * 2] : (v435 < 5 ? a429[(2004 + v436) * 2] : a429[(2505 + v436) * 2]))))) - v32))), f(Math.abs(f((v435 < 1 ? a429[v436 * 2 + 1] : (v435 < 2 ? a429[(501 + v436) * 2 + 1] : (v435 < 3 ? a429[(1002 + v436) * 2 + 1] : (v435 < 4 ? a429[(1503 + v436) * 2 + 1] : (v435 < 5 ? a429[(2004 + v436) * 2 + 1] : a429[(2505 + v436) * 2 + 1]))))) - v33)))));
    }
  }
  return [];
}

function fill438() {
  for (let v439 = 0; v439 < 6; v439++) {
    for (let v440 = 0; v440 < 501; v440++) {
      a437[v439 * 501 + v440] = f(Math.max(a433[v439 * 501 + v440], (v440 - 1 >= 0 ? a433[v439 * 501 + v440 - 1] : -Infinity)));
    }
  }
  return [];
}

function fill442() {
  for (let v443 = 0; v443 < 6; v443++) {
    for (let v444 = 0; v444 < 501; v444++) {
      a441[v443 * 501 + v444] = f(Math.max(a437[v443 * 501 + v444], (v444 - 2 >= 0 ? a437[v443 * 501 + v444 - 2] : -Infinity)));
    }
  }
  return [];
}

function fill446() {
  for (let v447 = 0; v447 < 6; v447++) {
    for (let v448 = 0; v448 < 501; v448++) {
      a445[v447 * 501 + v448] = f(Math.max(a441[v447 * 501 + v448], (v448 - 4 >= 0 ? a441[v447 * 501 + v448 - 4] : -Infinity)));
    }
  }
  return [];
}

function fill450() {
  for (let v451 = 0; v451 < 6; v451++) {
    for (let v452 = 0; v452 < 501; v452++) {
      a449[v451 * 501 + v452] = f(Math.max(a445[v451 * 501 + v452], (v452 - 8 >= 0 ? a445[v451 * 501 + v452 - 8] : -Infinity)));
    }
  }
  return [];
}

function fill454() {
  for (let v455 = 0; v455 < 6; v455++) {
    for (let v456 = 0; v456 < 501; v456++) {
      a453[v455 * 501 + v456] = f(Math.max(a449[v455 * 501 + v456], (v456 - 14 >= 0 ? a449[v455 * 501 + v456 - 14] : -Infinity)));
    }
  }
  return [];
}

function fill458() {
  for (let v459 = 0; v459 < 100; v459++) {
    a457[v459] = f(v459 / 100);
  }
  return [];
}

function fill461() {
  for (let v462 = 0; v462 < 101; v462++) {
    a460[v462] = (v462 < 100 ? f(f(0 * f(1 - a457[v462])) + f(1 * a457[v462])) : 1);
  }
  return [];
}

function fill464() {
  for (let v465 = 0; v465 < 101; v465++) {
    a463[v465] = f(1 - a460[v465]);
  }
  return [];
}

function fill467() {
  for (let v468 = 0; v468 < 101; v468++) {
    a466[v468] = f(a460[v468] * a463[v468]);
  }
  return [];
}

function fill470() {
  for (let v471 = 0; v471 < 101; v471++) {
    a469[v471] = f(a466[v471] * f(0 - f(0 * a466[v471])));
  }
  return [];
}

function fill473() {
  for (let v474 = 0; v474 < 101; v474++) {
    a472[v474] = f(a460[v474] * a460[v474]);
  }
  return [];
}

function fill476() {
  for (let v477 = 0; v477 < 101; v477++) {
    a475[v477] = f(a463[v477] * a463[v477]);
  }
  return [];
}

function fill479(v7) {
  for (let v480 = 0; v480 < 101; v480++) {
    a478[v480] = f(a466[v480] * f(c19[v7 * 2] - f(c19[v7 * 2 + 1] * a466[v480])));
  }
  return [];
}

function fill482() {
  for (let v483 = 0; v483 < 501; v483++) {
    a481[v483] = f(v483);
  }
  return [];
}

function sort499() {
  for (let v501 = 0; v501 < 6; v501++) {
    a500[v501] = (a502[v501] === 1);
  }
  const v503 = sorted_order(6, [a500]);
  for (let v504 = 0; v504 < 6; v504++) {
    const v505 = v503[v504];
    a497[v504] = (a502[v505] === 1);
    a498[v504] = c506[v505];
  }
  return [];
}

function fill508(v8) {
  for (let v509 = 0; v509 < 101; v509++) {
    a507[v509 * 2] = ((c21[v8] === 1) ? f(a472[v509] + a469[v509]) : f(a472[v509] + a478[v509]));
    a507[v509 * 2 + 1] = ((c21[v8] === 1) ? f(a475[v509] + a469[v509]) : f(a475[v509] + a478[v509]));
  }
  return [];
}

function fill511() {
  for (let v512 = 0; v512 < 501; v512++) {
    a510[v512 * 2] = a481[v512];
    a510[v512 * 2 + 1] = f(Math.max(a453[v512], 9.999999747378752e-05));
  }
  return [];
}

function fill514() {
  for (let v515 = 0; v515 < 501; v515++) {
    a513[v515 * 2] = a481[v515];
    a513[v515 * 2 + 1] = f(Math.max(a453[501 + v515], 9.999999747378752e-05));
  }
  return [];
}

function fill517() {
  for (let v518 = 0; v518 < 501; v518++) {
    a516[v518 * 2] = a481[v518];
    a516[v518 * 2 + 1] = f(Math.max(a453[1002 + v518], 9.999999747378752e-05));
  }
  return [];
}

function fill520() {
  for (let v521 = 0; v521 < 501; v521++) {
    a519[v521 * 2] = a481[v521];
    a519[v521 * 2 + 1] = f(Math.max(a453[1503 + v521], 9.999999747378752e-05));
  }
  return [];
}

function fill523() {
  for (let v524 = 0; v524 < 501; v524++) {
    a522[v524 * 2] = a481[v524];
    a522[v524 * 2 + 1] = f(Math.max(a453[2004 + v524], 9.999999747378752e-05));
  }
  return [];
}

function fill526() {
  for (let v527 = 0; v527 < 501; v527++) {
    a525[v527 * 2] = a481[v527];
    a525[v527 * 2 + 1] = f(Math.max(a453[2505 + v527], 9.999999747378752e-05));
  }
  return [];
}

function fill536() {
  for (let v537 = 0; v537 < 501; v537++) {
    a535[v537 * 2] = a429[v537 * 2];
    a535[v537 * 2 + 1] = a429[v537 * 2 + 1];
  }
  return [];
}

function fill539() {
  for (let v540 = 0; v540 < 501; v540++) {
    a538[v540 * 2] = a429[(501 + v540) * 2];
    a538[v540 * 2 + 1] = a429[(501 + v540) * 2 + 1];
  }
  return [];
}

function fill542() {
  for (let v543 = 0; v543 < 501; v543++) {
    a541[v543 * 2] = a429[(1002 + v543) * 2];
    a541[v543 * 2 + 1] = a429[(1002 + v543) * 2 + 1];
  }
  return [];
}

function fill545() {
  for (let v546 = 0; v546 < 501; v546++) {
    a544[v546 * 2] = a429[(1503 + v546) * 2];
    a544[v546 * 2 + 1] = a429[(1503 + v546) * 2 + 1];
  }
  return [];
}

function fill548() {
  for (let v549 = 0; v549 < 501; v549++) {
    a547[v549 * 2] = a429[(2004 + v549) * 2];
    a547[v549 * 2 + 1] = a429[(2004 + v549) * 2 + 1];
  }
  return [];
}

function fill551() {
  for (let v552 = 0; v552 < 501; v552++) {
    a550[v552 * 2] = a429[(2505 + v552) * 2];
    a550[v552 * 2 + 1] = a429[(2505 + v552) * 2 + 1];
  }
  return [];
}

function fill554() {
  for (let v555 = 0; v555 < 501; v555++) {
    a553[v555 * 2] = a45[v555 * 2];
    a553[v555 * 2 + 1] = a45[v555 * 2 + 1];
  }
  return [];
}

function fill557() {
  for (let v558 = 0; v558 < 501; v558++) {
    a556[v558 * 2] = a80[v558 * 2];
    a556[v558 * 2 + 1] = a80[v558 * 2 + 1];
  }
  return [];
}

function fill560() {
  for (let v561 = 0; v561 < 501; v561++) {
    a559[v561 * 2] = a122[v561 * 2];
    a559[v561 * 2 + 1] = a122[v561 * 2 + 1];
  }
  return [];
}

function fill563() {
  for (let v564 = 0; v564 < 501; v564++) {
    a562[v564 * 2] = a166[v564 * 2];
    a562[v564 * 2 + 1] = a166[v564 * 2 + 1];
  }
  return [];
}

function fill566() {
  for (let v567 = 0; v567 < 501; v567++) {
    a565[v567 * 2] = a277[v567 * 2];
    a565[v567 * 2 + 1] = a277[v567 * 2 + 1];
  }
  return [];
}

function fill569() {
  for (let v570 = 0; v570 < 501; v570++) {
    a568[v570 * 2] = a337[v570 * 2];
    a568[v570 * 2 + 1] = a337[v570 * 2 + 1];
  }
  return [];
}

export function compute(x0, x1, x2) {
  a1.set(x0);
  const v2 = f(x1);
  const v3 = x2;
  const v4 = f(Math.min(1, f(Math.max(0, a1[0]))));
  const v5 = f(Math.min(0.6000000238418579, f(Math.max(-0.6000000238418579, a1[1]))));
  const v6 = ((v3 < 0) ? (v3 + 4 | 0) : v3);
  const v7 = Math.min(Math.max(v6, 0), 3);
  const v8 = Math.min(Math.max(v6, 0), 3);
  const r9 = kept(scan9, v7, v8, v2);
  const [v10, v11] = r9;
  const v25 = (((v2 >= 0) && (v2 <= 1)) ? f(f(v10 + v11) / 2) : NaN);
  const v26 = f(1 - v25);
  const v27 = f(v25 * v26);
  const v28 = f(v27 * f(0 - f(0 * v27)));
  const v29 = f(v25 * v25);
  const v30 = f(v26 * v26);
  const v31 = f(v27 * f(c19[v7 * 2] - f(c19[v7 * 2 + 1] * v27)));
  const v32 = ((c21[v8] === 1) ? f(v29 + v28) : f(v29 + v31));
  const v33 = ((c21[v8] === 1) ? f(v30 + v28) : f(v30 + v31));
  const v34 = f(1 * v25);
  const v35 = f(1 - v34);
  const v36 = f(v34 * v35);
  const v37 = f(f(1 * v35) + f(v34 * -1));
  const v38 = f(f(v37 * f(0 - f(0 * v36))) + f(v36 * f(-f(0 * v37))));
  const v39 = f(1 * f(2 * v34));
  const v40 = f(-1 * f(2 * v35));
  const v41 = f(f(v37 * f(c19[v7 * 2] - f(c19[v7 * 2 + 1] * v36))) + f(v36 * f(-f(c19[v7 * 2 + 1] * v37))));
  const v42 = ((c21[v8] === 1) ? f(v39 + v38) : f(v39 + v41));
  const v43 = ((c21[v8] === 1) ? f(v40 + v38) : f(v40 + v41));
  const v44 = f(f(-v42) / v43);
  const r46 = kept(scan46, v44, v4, v5, v7, v8);
  const [v50, v51] = r46;
  const r81 = kept(scan81, v4, v5, v7, v8, v2);
  const [v82, v83] = r81;
  const v120 = f(v33 / f(v32 + v33));
  const v121 = f(v32 / f(v32 + v33));
  const r123 = kept(scan123, v4, v5, v7, v8, v120, v121);
  const [v124, v125] = r123;
  const r167 = kept(scan167, v4, v5, v7, v8, v2);
  const [v168, v169] = r167;
  const r278 = kept(scan278, v4, v5, v7, v8, v2);
  const [v279, v280, v281] = r278;
  const r338 = kept(scan338, v4, v5, v7, v8, v2);
  const [v339, v340, v341] = r338;
  const r398 = kept(fill398, r46, r81, r123, r167, r278, r338);
  const r402 = kept(fill402, r398);
  const r406 = kept(fill406, r402, r398);
  const r410 = kept(fill410, v7, r406);
  const r414 = kept(fill414, r410);
  const r418 = kept(fill418, v8, r46, r81, r123, r167, r278, r338, r402, r406, r414, r410);
  const r422 = kept(fill422, r418);
  const r426 = kept(fill426, r418);
  const r430 = kept(fill430, r418, r422, r426);
  const r434 = kept(fill434, v32, v33, r430);
  const r438 = kept(fill438, r434);
  const r442 = kept(fill442, r438);
  const r446 = kept(fill446, r442);
  const r450 = kept(fill450, r446);
  const r454 = kept(fill454, r450);
  const r458 = kept(fill458);
  const r461 = kept(fill461, r458);
  const r464 = kept(fill464, r461);
  const r467 = kept(fill467, r461, r464);
  const r470 = kept(fill470, r467);
  const r473 = kept(fill473, r461);
  const r476 = kept(fill476, r464);
  const r479 = kept(fill479, v7, r467);
  const r482 = kept(fill482);
  const v484 = (a453[500] <= 0.019999999552965164);
  const v485 = (a453[1001] <= 0.019999999552965164);
  const v486 = (a453[1502] <= 0.019999999552965164);
  const v487 = (a453[2003] <= 0.019999999552965164);
  const v488 = (a453[2504] <= 0.019999999552965164);
  const v489 = (a453[3005] <= 0.019999999552965164);
  const v490 = ((((((v484 ? 1 : 0) + (v485 ? 1 : 0) | 0) + (v486 ? 1 : 0) | 0) + (v487 ? 1 : 0) | 0) + (v488 ? 1 : 0) | 0) + (v489 ? 1 : 0) | 0);
  const v491 = (!v484);
  const v492 = (!v485);
  const v493 = (!v486);
  const v494 = (!v487);
  const v495 = (!v488);
  const v496 = (!v489);
  a502[0] = v491;
  a502[1] = v492;
  a502[2] = v493;
  a502[3] = v494;
  a502[4] = v495;
  a502[5] = v496;
  const r499 = kept(sort499, ...a502);
  const r508 = kept(fill508, v8, r473, r470, r479, r476);
  const r511 = kept(fill511, r482, r454);
  const r514 = kept(fill514, r482, r454);
  const r517 = kept(fill517, r482, r454);
  const r520 = kept(fill520, r482, r454);
  const r523 = kept(fill523, r482, r454);
  const r526 = kept(fill526, r482, r454);
  const v528 = (v490 === 6);
  const v529 = (((v3 === 2) && (v490 === 1)) && v489);
  const v530 = ((v3 === 1) && v485);
  a531[0] = -0.029999999329447746;
  a531[1] = v2;
  a531[2] = 1.25;
  a531[3] = v2;
  a532[0] = v32;
  a532[1] = v33;
  a533[0] = a429[0];
  a533[1] = a429[1];
  a534[0] = v4;
  a534[1] = v5;
  const r536 = kept(fill536, r430);
  const r539 = kept(fill539, r430);
  const r542 = kept(fill542, r430);
  const r545 = kept(fill545, r430);
  const r548 = kept(fill548, r430);
  const r551 = kept(fill551, r430);
  const r554 = kept(fill554, r46);
  const r557 = kept(fill557, r81);
  const r560 = kept(fill560, r123);
  const r563 = kept(fill563, r167);
  const r566 = kept(fill566, r278);
  const r569 = kept(fill569, r338);
  a571[0] = v528;
  a571[1] = v529;
  a571[2] = v530;
  return [a507, a531, a532, a533, a534, a535, a538, a541, a544, a547, a550, a510, a513, a516, a519, a522, a525, a553, a556, a559, a562, a565, a568, v490, v490, v3, a453[1001], a498, a571];
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

// Whether a stands before b in a sort: not-a-number last.
function before(a, b) {
  return a < b || (b !== b && a === a);
}

// The order that sorts n rows by their keys; equal ones stay as they stood.
function sorted_order(n, keys) {
  const order = Array.from({ length: n }, (_, i) => i);
  return order.sort((i, j) => {
    for (const key of keys) {
      if (before(key[i], key[j])) return -1;
      if (before(key[j], key[i])) return 1;
    }
    return i - j;
  });
}
