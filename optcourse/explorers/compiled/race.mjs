// race: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: dc1216902a29705b
const f = Math.fround;
const a1 = new Float32Array(2);
const c20 = Float32Array.of(1, 0, 1.5, 0, 1.5, 4, 0.2, -4);
const c22 = Uint8Array.of(true, false, false, false);
const a46 = new Float32Array(1002);
const a81 = new Float32Array(1002);
const a123 = new Float32Array(1002);
const a167 = new Float32Array(1002);
const a278 = new Float32Array(1002);
const a338 = new Float32Array(1002);
const a398 = new Float32Array(3006);
const a402 = new Float32Array(3006);
const a406 = new Float32Array(3006);
const a410 = new Float32Array(3006);
const a414 = new Uint8Array(3006);
const a418 = new Float32Array(9018);
const a422 = new Float32Array(3006);
const a426 = new Float32Array(3006);
const a430 = new Float32Array(6012);
const a434 = new Float32Array(3006);
const a438 = new Float32Array(3006);
const a442 = new Float32Array(3006);
const a446 = new Float32Array(3006);
const a450 = new Float32Array(3006);
const a454 = new Float32Array(3006);
const a458 = new Float32Array(3006);
const a462 = new Float32Array(3006);
const a466 = new Float32Array(100);
const a469 = new Float32Array(101);
const a472 = new Float32Array(101);
const a475 = new Float32Array(101);
const a478 = new Float32Array(101);
const a481 = new Float32Array(101);
const a484 = new Float32Array(101);
const a487 = new Float32Array(101);
const a501 = new Float32Array(501);
const a504 = new Float32Array(1002);
const a513 = new Uint8Array(6);
const a539 = new Float32Array(202);
const a542 = new Float32Array(1002);
const a545 = new Float32Array(1002);
const a548 = new Float32Array(1002);
const a551 = new Float32Array(1002);
const a554 = new Float32Array(1002);
const a557 = new Float32Array(1002);
const a560 = new Float32Array(1002);
const a563 = new Float32Array(1002);
const a566 = new Float32Array(1002);
const a569 = new Float32Array(1002);
const a572 = new Float32Array(1002);
const a575 = new Float32Array(1002);
const a578 = new Float32Array(1002);
const a581 = new Float32Array(1002);
const a584 = new Float32Array(1002);
const a587 = new Float32Array(1002);
const a594 = new Float32Array(12);
const a595 = new Float32Array(12);
const a596 = new Float32Array(4);
const a597 = new Float32Array(2);
const a598 = new Float32Array(2);
const a599 = new Float32Array(2);
const a600 = new Float32Array(1002);
const a603 = new Float32Array(1002);
const a606 = new Uint8Array(6);
const a607 = new Uint8Array(3);

function scan10(v8, v9, v4) {
  let v11;
  let v12;
  v11 = 0;
  v12 = 1;
  for (let v13 = 0; v13 < 60; v13++) {
    const v14 = f(f(v11 + v12) / 2);
    const v15 = f(1 - v14);
    const v16 = f(v14 * v15);
    const v17 = f(v16 * f(0 - f(0 * v16)));
    const v18 = f(v14 * v14);
    const v19 = f(v15 * v15);
    const v21 = f(v16 * f(c20[v8 * 2] - f(c20[v8 * 2 + 1] * v16)));
    const v23 = (((c22[v9] === 1) ? f(v19 + v17) : f(v19 + v21)) > v4);
    const v24 = (v23 ? v14 : v11);
    const v25 = (v23 ? v12 : v14);
    v11 = v24;
    v12 = v25;
  }
  return [v11, v12];
}

function scan47(v45, v5, v6, v8, v9) {
  const v48 = f(1 * 1);
  const v49 = f(1 * v45);
  const v50 = f(v49 + v48);
  let v51;
  let v52;
  v51 = v5;
  v52 = v6;
  for (let v53 = 0; v53 < 501; v53++) {
    const v54 = f(1.5707963705062866 * v51);
    const v55 = f(Math.sin(v54));
    const v56 = f(Math.cos(v54));
    const v57 = f(v55 * v56);
    const v58 = f(c20[v8 * 2] - f(c20[v8 * 2 + 1] * f(v57 * v57)));
    const v59 = (v58 <= 0);
    const v60 = f(Math.sqrt((v59 ? 1 : v58)));
    const v61 = (v59 ? 0 : v60);
    const v62 = ((c22[v9] === 1) ? v51 : f(v55 * v55));
    const v63 = ((c22[v9] === 1) ? 0 : f(v57 * v61));
    const v64 = ((c22[v9] === 1) ? v52 : v52);
    const v65 = f(v50 * f(2 * v64));
    const v66 = f(v50 * f(2 * v63));
    const v67 = f(f(-f(v49 * f(2 * f(1 - v62)))) + f(v48 * f(2 * v62)));
    const v68 = f(f(0 + 0) + v67);
    const v69 = f(f(0 + v66) + 0);
    const v70 = f(f(v65 + 0) + 0);
    const v71 = ((c22[v9] === 1) ? 0 : v68);
    const v72 = ((c22[v9] === 1) ? 0 : v69);
    const v73 = ((c22[v9] === 1) ? 0 : v70);
    const v74 = f(f(v72 * v61) + f(f(c20[v8 * 2 + 1] * f(-(v59 ? 0 : f((v59 ? 0 : f(v57 * v72)) * f(0.5 / v60))))) * f(2 * v57)));
    const v75 = f(1.5707963705062866 * f(f(f(f(-f(v55 * v74)) * v55) + f(f(v74 * v56) * v56)) + f(f(v71 * f(2 * v55)) * v56)));
    const v76 = ((c22[v9] === 1) ? v68 : 0);
    const v77 = ((c22[v9] === 1) ? v69 : 0);
    const v78 = ((c22[v9] === 1) ? v70 : 0);
    const v79 = f(v51 + f(-0.019999999552965164 * f(f(f(0 + v75) + 0) + v76)));
    const v80 = f(v52 + f(-0.019999999552965164 * f(f(f(v73 + 0) + v78) + 0)));
    a46[v53 * 2] = v51;
    a46[v53 * 2 + 1] = v52;
    v51 = v79;
    v52 = v80;
  }
  return [v51, v52];
}

function scan82(v5, v6, v8, v9, v4) {
  let v83;
  let v84;
  v83 = v5;
  v84 = v6;
  for (let v85 = 0; v85 < 501; v85++) {
    const v86 = f(1.5707963705062866 * v83);
    const v87 = f(Math.sin(v86));
    const v88 = f(Math.cos(v86));
    const v89 = f(v87 * v88);
    const v90 = f(c20[v8 * 2] - f(c20[v8 * 2 + 1] * f(v89 * v89)));
    const v91 = (v90 <= 0);
    const v92 = f(Math.sqrt((v91 ? 1 : v90)));
    const v93 = (v91 ? 0 : v92);
    const v94 = ((c22[v9] === 1) ? v83 : f(v87 * v87));
    const v95 = ((c22[v9] === 1) ? 0 : f(v89 * v93));
    const v96 = ((c22[v9] === 1) ? v84 : v84);
    const v97 = f(f(v95 * v95) + f(v96 * v96));
    const v98 = f(1 - v94);
    const v99 = f(f(f(v98 * v98) + v97) - v4);
    const v100 = f(Math.max(0, v99));
    const v101 = f(f(10 * f(2 * v100)) * f(((v99 === v100) ? 1 : 0) / ((0 === v100) ? 2 : 1)));
    const v102 = f(0 + 1);
    const v103 = f(v101 + 0);
    const v104 = f(v103 + v102);
    const v105 = f(v104 * f(2 * v96));
    const v106 = f(v104 * f(2 * v95));
    const v107 = f(f(-f(v103 * f(2 * v98))) + f(v102 * f(2 * v94)));
    const v108 = f(f(0 + 0) + v107);
    const v109 = f(f(0 + v106) + 0);
    const v110 = f(f(v105 + 0) + 0);
    const v111 = ((c22[v9] === 1) ? 0 : v108);
    const v112 = ((c22[v9] === 1) ? 0 : v109);
    const v113 = ((c22[v9] === 1) ? 0 : v110);
    const v114 = f(f(v112 * v93) + f(f(c20[v8 * 2 + 1] * f(-(v91 ? 0 : f((v91 ? 0 : f(v89 * v112)) * f(0.5 / v92))))) * f(2 * v89)));
    const v115 = f(1.5707963705062866 * f(f(f(f(-f(v87 * v114)) * v87) + f(f(v114 * v88) * v88)) + f(f(v111 * f(2 * v87)) * v88)));
    const v116 = ((c22[v9] === 1) ? v108 : 0);
    const v117 = ((c22[v9] === 1) ? v109 : 0);
    const v118 = ((c22[v9] === 1) ? v110 : 0);
    const v119 = f(v83 + f(-0.019999999552965164 * f(f(f(0 + v115) + 0) + v116)));
    const v120 = f(v84 + f(-0.019999999552965164 * f(f(f(v113 + 0) + v118) + 0)));
    a81[v85 * 2] = v83;
    a81[v85 * 2 + 1] = v84;
    v83 = v119;
    v84 = v120;
  }
  return [v83, v84];
}

function scan124(v5, v6, v8, v9, v121, v122) {
  let v125;
  let v126;
  v125 = v5;
  v126 = v6;
  for (let v127 = 0; v127 < 501; v127++) {
    const v128 = f(1.5707963705062866 * v125);
    const v129 = f(Math.sin(v128));
    const v130 = f(Math.cos(v128));
    const v131 = f(v129 * v130);
    const v132 = f(c20[v8 * 2] - f(c20[v8 * 2 + 1] * f(v131 * v131)));
    const v133 = (v132 <= 0);
    const v134 = f(Math.sqrt((v133 ? 1 : v132)));
    const v135 = (v133 ? 0 : v134);
    const v136 = ((c22[v9] === 1) ? v125 : f(v129 * v129));
    const v137 = ((c22[v9] === 1) ? 0 : f(v131 * v135));
    const v138 = ((c22[v9] === 1) ? v126 : v126);
    const v139 = f(f(v137 * v137) + f(v138 * v138));
    const v140 = f(1 - v136);
    const v141 = f(v121 * f(f(v136 * v136) + v139));
    const v142 = f(v122 * f(f(v140 * v140) + v139));
    const v143 = f(Math.max(v141, v142));
    const v144 = ((v141 === v143) ? 1 : 0);
    const v145 = ((v142 === v143) ? 1 : 0);
    const v146 = f(v144 + v145);
    const v147 = f(1 / v146);
    const v148 = f(v121 * f(v147 * v144));
    const v149 = f(v122 * f(v147 * v145));
    const v150 = f(v149 + v148);
    const v151 = f(v150 * f(2 * v138));
    const v152 = f(v150 * f(2 * v137));
    const v153 = f(f(-f(v149 * f(2 * v140))) + f(v148 * f(2 * v136)));
    const v154 = f(f(0 + 0) + v153);
    const v155 = f(f(0 + v152) + 0);
    const v156 = f(f(v151 + 0) + 0);
    const v157 = ((c22[v9] === 1) ? 0 : v154);
    const v158 = ((c22[v9] === 1) ? 0 : v155);
    const v159 = ((c22[v9] === 1) ? 0 : v156);
    const v160 = f(f(v158 * v135) + f(f(c20[v8 * 2 + 1] * f(-(v133 ? 0 : f((v133 ? 0 : f(v131 * v158)) * f(0.5 / v134))))) * f(2 * v131)));
    const v161 = f(1.5707963705062866 * f(f(f(f(-f(v129 * v160)) * v129) + f(f(v160 * v130) * v130)) + f(f(v157 * f(2 * v129)) * v130)));
    const v162 = ((c22[v9] === 1) ? v154 : 0);
    const v163 = ((c22[v9] === 1) ? v155 : 0);
    const v164 = ((c22[v9] === 1) ? v156 : 0);
    const v165 = f(v125 + f(-0.019999999552965164 * f(f(f(0 + v161) + 0) + v162)));
    const v166 = f(v126 + f(-0.019999999552965164 * f(f(f(v159 + 0) + v164) + 0)));
    a123[v127 * 2] = v125;
    a123[v127 * 2 + 1] = v126;
    v125 = v165;
    v126 = v166;
  }
  return [v125, v126];
}

function scan168(v5, v6, v8, v9, v4) {
  let v169;
  let v170;
  v169 = v5;
  v170 = v6;
  for (let v171 = 0; v171 < 501; v171++) {
    const v172 = f(1.5707963705062866 * v169);
    const v173 = f(Math.sin(v172));
    const v174 = f(v173 * f(Math.cos(v172)));
    const v175 = f(c20[v8 * 2] - f(c20[v8 * 2 + 1] * f(v174 * v174)));
    const v176 = (v175 <= 0);
    const v177 = ((c22[v9] === 1) ? v169 : f(v173 * v173));
    const v178 = ((c22[v9] === 1) ? 0 : f(v174 * (v176 ? 0 : f(Math.sqrt((v176 ? 1 : v175))))));
    const v179 = ((c22[v9] === 1) ? v170 : v170);
    const v180 = f(f(v178 * v178) + f(v179 * v179));
    const v181 = f(1 - v177);
    const v182 = ((f(f(v181 * v181) + v180) > v4) ? 1 : 0);
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
    let v199;
    if (v182 <= 0) {
      const v200 = f(1.5707963705062866 * v169);
      const v201 = f(Math.sin(v200));
      const v202 = f(Math.cos(v200));
      const v203 = f(v201 * v202);
      const v204 = f(c20[v8 * 2] - f(c20[v8 * 2 + 1] * f(v203 * v203)));
      const v205 = (v204 <= 0);
      const v206 = f(Math.sqrt((v205 ? 1 : v204)));
      const v207 = (v205 ? 0 : v206);
      const v208 = ((c22[v9] === 1) ? v169 : f(v201 * v201));
      const v209 = ((c22[v9] === 1) ? 0 : f(v203 * v207));
      const v210 = ((c22[v9] === 1) ? v170 : v170);
      const v211 = f(2 * v201);
      const v212 = f(2 * v203);
      const v213 = f(0.5 / v206);
      const v214 = f(2 * v209);
      const v215 = f(2 * v210);
      const v216 = f(2 * v208);
      const v217 = f(2 * f(1 - v208));
      const v218 = c20[v8 * 2 + 1];
      const v219 = (c22[v9] === 1);
      v183 = v202;
      v184 = v211;
      v185 = v202;
      v186 = v201;
      v187 = v202;
      v188 = v201;
      v189 = v212;
      v190 = v218;
      v191 = v205;
      v192 = v213;
      v193 = v207;
      v194 = v203;
      v195 = v219;
      v196 = v214;
      v197 = v215;
      v198 = v216;
      v199 = v217;
    }
    else  {
      const v220 = f(1.5707963705062866 * v169);
      const v221 = f(Math.sin(v220));
      const v222 = f(Math.cos(v220));
      const v223 = f(v221 * v222);
      const v224 = f(c20[v8 * 2] - f(c20[v8 * 2 + 1] * f(v223 * v223)));
      const v225 = (v224 <= 0);
      const v226 = f(Math.sqrt((v225 ? 1 : v224)));
      const v227 = (v225 ? 0 : v226);
      const v228 = ((c22[v9] === 1) ? v169 : f(v221 * v221));
      const v229 = ((c22[v9] === 1) ? 0 : f(v223 * v227));
      const v230 = ((c22[v9] === 1) ? v170 : v170);
      const v231 = f(2 * v221);
      const v232 = f(2 * v223);
      const v233 = f(0.5 / v226);
      const v234 = f(2 * v229);
      const v235 = f(2 * v230);
      const v236 = f(2 * v228);
      const v237 = f(2 * f(1 - v228));
      const v238 = c20[v8 * 2 + 1];
      const v239 = (c22[v9] === 1);
      v183 = v222;
      v184 = v231;
      v185 = v222;
      v186 = v221;
      v187 = v222;
      v188 = v221;
      v189 = v232;
      v190 = v238;
      v191 = v225;
      v192 = v233;
      v193 = v227;
      v194 = v223;
      v195 = v239;
      v196 = v234;
      v197 = v235;
      v198 = v236;
      v199 = v237;
    }
    let v240;
    let v241;
    if (v182 <= 0) {
      const v242 = f(0 + 1);
      const v243 = f(v242 * v197);
      const v244 = f(v242 * v196);
      const v245 = f(f(-f(0 * v199)) + f(1 * v198));
      const v246 = f(f(0 + 0) + v245);
      const v247 = f(f(0 + v244) + 0);
      const v248 = f(f(v243 + 0) + 0);
      const v249 = (v195 ? 0 : v246);
      const v250 = (v195 ? 0 : v247);
      const v251 = (v195 ? 0 : v248);
      const v252 = f(f(v250 * v193) + f(f(v190 * f(-(v191 ? 0 : f((v191 ? 0 : f(v194 * v250)) * v192)))) * v189));
      const v253 = f(1.5707963705062866 * f(f(f(f(-f(v188 * v252)) * v186) + f(f(v252 * v187) * v185)) + f(f(v249 * v184) * v183)));
      const v254 = (v195 ? v246 : 0);
      const v255 = (v195 ? v247 : 0);
      const v256 = (v195 ? v248 : 0);
      const v257 = f(f(f(0 + v253) + 0) + v254);
      const v258 = f(f(f(v251 + 0) + v256) + 0);
      v240 = v257;
      v241 = v258;
    }
    else  {
      const v259 = f(1 + 0);
      const v260 = f(v259 * v197);
      const v261 = f(v259 * v196);
      const v262 = f(f(-f(1 * v199)) + f(0 * v198));
      const v263 = f(f(0 + 0) + v262);
      const v264 = f(f(0 + v261) + 0);
      const v265 = f(f(v260 + 0) + 0);
      const v266 = (v195 ? 0 : v263);
      const v267 = (v195 ? 0 : v264);
      const v268 = (v195 ? 0 : v265);
      const v269 = f(f(v267 * v193) + f(f(v190 * f(-(v191 ? 0 : f((v191 ? 0 : f(v194 * v267)) * v192)))) * v189));
      const v270 = f(1.5707963705062866 * f(f(f(f(-f(v188 * v269)) * v186) + f(f(v269 * v187) * v185)) + f(f(v266 * v184) * v183)));
      const v271 = (v195 ? v263 : 0);
      const v272 = (v195 ? v264 : 0);
      const v273 = (v195 ? v265 : 0);
      const v274 = f(f(f(0 + v270) + 0) + v271);
      const v275 = f(f(f(v268 + 0) + v273) + 0);
      v240 = v274;
      v241 = v275;
    }
    const v276 = f(v169 + f(-0.019999999552965164 * v240));
    const v277 = f(v170 + f(-0.019999999552965164 * v241));
    a167[v171 * 2] = v169;
    a167[v171 * 2 + 1] = v170;
    v169 = v276;
    v170 = v277;
  }
  return [v169, v170];
}

function scan279(v5, v6, v8, v9, v4) {
  let v280;
  let v281;
  let v282;
  v280 = v5;
  v281 = v6;
  v282 = 0;
  for (let v283 = 0; v283 < 501; v283++) {
    const v284 = f(1.5707963705062866 * v280);
    const v285 = f(Math.sin(v284));
    const v286 = f(Math.cos(v284));
    const v287 = f(v285 * v286);
    const v288 = f(c20[v8 * 2] - f(c20[v8 * 2 + 1] * f(v287 * v287)));
    const v289 = (v288 <= 0);
    const v290 = f(Math.sqrt((v289 ? 1 : v288)));
    const v291 = (v289 ? 0 : v290);
    const v292 = ((c22[v9] === 1) ? v280 : f(v285 * v285));
    const v293 = ((c22[v9] === 1) ? 0 : f(v287 * v291));
    const v294 = ((c22[v9] === 1) ? v281 : v281);
    const v295 = f(f(v293 * v293) + f(v294 * v294));
    const v296 = f(1 - v292);
    const v297 = f(f(f(v296 * v296) + v295) - v4);
    const v298 = f(2 * v285);
    const v299 = f(2 * v287);
    const v300 = f(0.5 / v290);
    const v301 = f(2 * v293);
    const v302 = f(2 * v294);
    const v303 = f(2 * v292);
    const v304 = f(2 * v296);
    const v305 = f(f(v282 + f(0 * v297)) * 1);
    const v306 = f(v305 + 0);
    const v307 = f(v306 * v302);
    const v308 = f(v306 * v301);
    const v309 = f(f(-f(v305 * v304)) + f(0 * v303));
    const v310 = f(f(0 + 0) + v309);
    const v311 = f(f(0 + v308) + 0);
    const v312 = f(f(v307 + 0) + 0);
    const v313 = ((c22[v9] === 1) ? 0 : v310);
    const v314 = ((c22[v9] === 1) ? 0 : v311);
    const v315 = ((c22[v9] === 1) ? 0 : v312);
    const v316 = f(f(v314 * v291) + f(f(c20[v8 * 2 + 1] * f(-(v289 ? 0 : f((v289 ? 0 : f(v287 * v314)) * v300)))) * v299));
    const v317 = f(1.5707963705062866 * f(f(f(f(-f(v285 * v316)) * v285) + f(f(v316 * v286) * v286)) + f(f(v313 * v298) * v286)));
    const v318 = ((c22[v9] === 1) ? v310 : 0);
    const v319 = ((c22[v9] === 1) ? v311 : 0);
    const v320 = ((c22[v9] === 1) ? v312 : 0);
    const v321 = f(1 * v302);
    const v322 = f(1 * v301);
    const v323 = f(f(-f(0 * v304)) + f(1 * v303));
    const v324 = f(f(0 + 0) + v323);
    const v325 = f(f(0 + v322) + 0);
    const v326 = f(f(v321 + 0) + 0);
    const v327 = ((c22[v9] === 1) ? 0 : v324);
    const v328 = ((c22[v9] === 1) ? 0 : v325);
    const v329 = ((c22[v9] === 1) ? 0 : v326);
    const v330 = f(f(v328 * v291) + f(f(c20[v8 * 2 + 1] * f(-(v289 ? 0 : f((v289 ? 0 : f(v287 * v328)) * v300)))) * v299));
    const v331 = f(1.5707963705062866 * f(f(f(f(-f(v285 * v330)) * v285) + f(f(v330 * v286) * v286)) + f(f(v327 * v298) * v286)));
    const v332 = ((c22[v9] === 1) ? v324 : 0);
    const v333 = ((c22[v9] === 1) ? v325 : 0);
    const v334 = ((c22[v9] === 1) ? v326 : 0);
    const v335 = f(v280 + f(-0.019999999552965164 * f(f(f(f(f(f(f(0 + v317) + 0) + v318) + 0) + v331) + 0) + v332)));
    const v336 = f(v281 + f(-0.019999999552965164 * f(f(f(f(f(f(f(v315 + 0) + v320) + 0) + v329) + 0) + v334) + 0)));
    const v337 = f(v282 + f(0.4000000059604645 * v297));
    a278[v283 * 2] = v280;
    a278[v283 * 2 + 1] = v281;
    v280 = v335;
    v281 = v336;
    v282 = v337;
  }
  return [v280, v281, v282];
}

function scan339(v5, v6, v8, v9, v4) {
  let v340;
  let v341;
  let v342;
  v340 = v5;
  v341 = v6;
  v342 = 0;
  for (let v343 = 0; v343 < 501; v343++) {
    const v344 = f(1.5707963705062866 * v340);
    const v345 = f(Math.sin(v344));
    const v346 = f(Math.cos(v344));
    const v347 = f(v345 * v346);
    const v348 = f(c20[v8 * 2] - f(c20[v8 * 2 + 1] * f(v347 * v347)));
    const v349 = (v348 <= 0);
    const v350 = f(Math.sqrt((v349 ? 1 : v348)));
    const v351 = (v349 ? 0 : v350);
    const v352 = ((c22[v9] === 1) ? v340 : f(v345 * v345));
    const v353 = ((c22[v9] === 1) ? 0 : f(v347 * v351));
    const v354 = ((c22[v9] === 1) ? v341 : v341);
    const v355 = f(f(v353 * v353) + f(v354 * v354));
    const v356 = f(1 - v352);
    const v357 = f(f(f(v356 * v356) + v355) - v4);
    const v358 = f(2 * v345);
    const v359 = f(2 * v347);
    const v360 = f(0.5 / v350);
    const v361 = f(2 * v353);
    const v362 = f(2 * v354);
    const v363 = f(2 * v352);
    const v364 = f(2 * v356);
    const v365 = f(f(v342 + f(20 * v357)) * 1);
    const v366 = f(v365 + 0);
    const v367 = f(v366 * v362);
    const v368 = f(v366 * v361);
    const v369 = f(f(-f(v365 * v364)) + f(0 * v363));
    const v370 = f(f(0 + 0) + v369);
    const v371 = f(f(0 + v368) + 0);
    const v372 = f(f(v367 + 0) + 0);
    const v373 = ((c22[v9] === 1) ? 0 : v370);
    const v374 = ((c22[v9] === 1) ? 0 : v371);
    const v375 = ((c22[v9] === 1) ? 0 : v372);
    const v376 = f(f(v374 * v351) + f(f(c20[v8 * 2 + 1] * f(-(v349 ? 0 : f((v349 ? 0 : f(v347 * v374)) * v360)))) * v359));
    const v377 = f(1.5707963705062866 * f(f(f(f(-f(v345 * v376)) * v345) + f(f(v376 * v346) * v346)) + f(f(v373 * v358) * v346)));
    const v378 = ((c22[v9] === 1) ? v370 : 0);
    const v379 = ((c22[v9] === 1) ? v371 : 0);
    const v380 = ((c22[v9] === 1) ? v372 : 0);
    const v381 = f(1 * v362);
    const v382 = f(1 * v361);
    const v383 = f(f(-f(0 * v364)) + f(1 * v363));
    const v384 = f(f(0 + 0) + v383);
    const v385 = f(f(0 + v382) + 0);
    const v386 = f(f(v381 + 0) + 0);
    const v387 = ((c22[v9] === 1) ? 0 : v384);
    const v388 = ((c22[v9] === 1) ? 0 : v385);
    const v389 = ((c22[v9] === 1) ? 0 : v386);
    const v390 = f(f(v388 * v351) + f(f(c20[v8 * 2 + 1] * f(-(v349 ? 0 : f((v349 ? 0 : f(v347 * v388)) * v360)))) * v359));
    const v391 = f(1.5707963705062866 * f(f(f(f(-f(v345 * v390)) * v345) + f(f(v390 * v346) * v346)) + f(f(v387 * v358) * v346)));
    const v392 = ((c22[v9] === 1) ? v384 : 0);
    const v393 = ((c22[v9] === 1) ? v385 : 0);
    const v394 = ((c22[v9] === 1) ? v386 : 0);
    const v395 = f(v340 + f(-0.019999999552965164 * f(f(f(f(f(f(f(0 + v377) + 0) + v378) + 0) + v391) + 0) + v392)));
    const v396 = f(v341 + f(-0.019999999552965164 * f(f(f(f(f(f(f(v375 + 0) + v380) + 0) + v389) + 0) + v394) + 0)));
    const v397 = f(v342 + f(0.4000000059604645 * v357));
    a338[v343 * 2] = v340;
    a338[v343 * 2 + 1] = v341;
    v340 = v395;
    v341 = v396;
    v342 = v397;
  }
  return [v340, v341, v342];
}

function fill399() {
  for (let v400 = 0; v400 < 6; v400++) {
    for (let v401 = 0; v401 < 501; v401++) {
      a398[v400 * 501 + v401] = f(1.5707963705062866 * (v400 < 1 ? a46[v401 * 2] : (v400 < 2 ? a81[v401 * 2] : (v400 < 3 ? a123[v401 * 2] : (v400 < 4 ? a167[v401 * 2] : (v400 < 5 ? a278[v401 * 2] : a338[v401 * 2]))))));
    }
  }
  return [];
}

function fill403() {
  for (let v404 = 0; v404 < 6; v404++) {
    for (let v405 = 0; v405 < 501; v405++) {
      a402[v404 * 501 + v405] = f(Math.sin(a398[v404 * 501 + v405]));
    }
  }
  return [];
}

function fill407() {
  for (let v408 = 0; v408 < 6; v408++) {
    for (let v409 = 0; v409 < 501; v409++) {
      a406[v408 * 501 + v409] = f(a402[v408 * 501 + v409] * f(Math.cos(a398[v408 * 501 + v409])));
    }
  }
  return [];
}

function fill411(v8) {
  for (let v412 = 0; v412 < 6; v412++) {
    for (let v413 = 0; v413 < 501; v413++) {
      a410[v412 * 501 + v413] = f(c20[v8 * 2] - f(c20[v8 * 2 + 1] * f(a406[v412 * 501 + v413] * a406[v412 * 501 + v413])));
    }
  }
  return [];
}

function fill415() {
  for (let v416 = 0; v416 < 6; v416++) {
    for (let v417 = 0; v417 < 501; v417++) {
      a414[v416 * 501 + v417] = (a410[v416 * 501 + v417] <= 0);
    }
  }
  return [];
}

function fill419(v9) {
  for (let v420 = 0; v420 < 6; v420++) {
    for (let v421 = 0; v421 < 501; v421++) {
      a418[(v420 * 501 + v421) * 3] = ((c22[v9] === 1) ? (v420 < 1 ? a46[v421 * 2] : (v420 < 2 ? a81[v421 * 2] : (v420 < 3 ? a123[v421 * 2] : (v420 < 4 ? a167[v421 * 2] : (v420 < 5 ? a278[v421 * 2] : a338[v421 * 2]))))) : f(a402[v420 * 501 + v421] * a402[v420 * 501 + v421]));
      a418[(v420 * 501 + v421) * 3 + 1] = ((c22[v9] === 1) ? 0 : f(a406[v420 * 501 + v421] * ((a414[v420 * 501 + v421] === 1) ? 0 : f(Math.sqrt(((a414[v420 * 501 + v421] === 1) ? 1 : a410[v420 * 501 + v421]))))));
      a418[(v420 * 501 + v421) * 3 + 2] = ((c22[v9] === 1) ? (v420 < 1 ? a46[v421 * 2 + 1] : (v420 < 2 ? a81[v421 * 2 + 1] : (v420 < 3 ? a123[v421 * 2 + 1] : (v420 < 4 ? a167[v421 * 2 + 1] : (v420 < 5 ? a278[v421 * 2 + 1] : a338[v421 * 2 + 1]))))) : (v420 < 1 ? a46[v421 * 2 + 1] : (v420 < 2 ? a81[v421 * 2 + 1] : (v420 < 3 ? a123[v421 * 2 + 1] : (v420 < 4 ? a167[v421 * 2 + 1] : (v420 < 5 ? a278[v421 * 2 + 1] : a338[v421 * 2 + 1]))))));
    }
  }
  return [];
}

function fill423() {
  for (let v424 = 0; v424 < 6; v424++) {
    for (let v425 = 0; v425 < 501; v425++) {
      a422[v424 * 501 + v425] = f(f(a418[(v424 * 501 + v425) * 3 + 1] * a418[(v424 * 501 + v425) * 3 + 1]) + f(a418[(v424 * 501 + v425) * 3 + 2] * a418[(v424 * 501 + v425) * 3 + 2]));
    }
  }
  return [];
}

function fill427() {
  for (let v428 = 0; v428 < 6; v428++) {
    for (let v429 = 0; v429 < 501; v429++) {
      a426[v428 * 501 + v429] = f(1 - a418[(v428 * 501 + v429) * 3]);
    }
  }
  return [];
}

function fill431() {
  for (let v432 = 0; v432 < 6; v432++) {
    for (let v433 = 0; v433 < 501; v433++) {
      a430[(v432 * 501 + v433) * 2] = f(f(a418[(v432 * 501 + v433) * 3] * a418[(v432 * 501 + v433) * 3]) + a422[v432 * 501 + v433]);
      a430[(v432 * 501 + v433) * 2 + 1] = f(f(a426[v432 * 501 + v433] * a426[v432 * 501 + v433]) + a422[v432 * 501 + v433]);
    }
  }
  return [];
}

function fill435(v33, v34) {
  for (let v436 = 0; v436 < 6; v436++) {
    for (let v437 = 0; v437 < 501; v437++) {
      a434[v436 * 501 + v437] = f(Math.max(f(Math.abs(f((v436 < 1 ? a430[v437 * 2] : (v436 < 2 ? a430[(501 + v437) * 2] : (v436 < 3 ? a430[(1002 + v437) * 2] : (v436 < 4 ? a430[(1503 + v437) * 2] : (v436 < 5 ? a430[(2004 + v437) * 2] : a430[(2505 + v437) * 2]))))) - v33))), f(Math.abs(f((v436 < 1 ? a430[v437 * 2 + 1] : (v436 < 2 ? a430[(501 + v437) * 2 + 1] : (v436 < 3 ? a430[(1002 + v437) * 2 + 1] : (v436 < 4 ? a430[(1503 + v437) * 2 + 1] : (v436 < 5 ? a430[(2004 + v437) * 2 + 1] : a430[(2505 + v437) * 2 + 1]))))) - v34)))));
    }
  }
  return [];
}

function fill439() {
  for (let v440 = 0; v440 < 6; v440++) {
    for (let v441 = 0; v441 < 501; v441++) {
      a438[v440 * 501 + v441] = f(Math.max(a434[v440 * 501 + v441], (v441 - 1 >= 0 ? a434[v440 * 501 + v441 - 1] : -Infinity)));
    }
  }
  return [];
}

function fill443() {
  for (let v444 = 0; v444 < 6; v444++) {
    for (let v445 = 0; v445 < 501; v445++) {
      a442[v444 * 501 + v445] = f(Math.max(a438[v444 * 501 + v445], (v445 - 2 >= 0 ? a438[v444 * 501 + v445 - 2] : -Infinity)));
    }
  }
  return [];
}

function fill447() {
  for (let v448 = 0; v448 < 6; v448++) {
    for (let v449 = 0; v449 < 501; v449++) {
      a446[v448 * 501 + v449] = f(Math.max(a442[v448 * 501 + v449], (v449 - 4 >= 0 ? a442[v448 * 501 + v449 - 4] : -Infinity)));
    }
  }
  return [];
}

function fill451() {
  for (let v452 = 0; v452 < 6; v452++) {
    for (let v453 = 0; v453 < 501; v453++) {
      a450[v452 * 501 + v453] = f(Math.max(a446[v452 * 501 + v453], (v453 - 8 >= 0 ? a446[v452 * 501 + v453 - 8] : -Infinity)));
    }
  }
  return [];
}

function fill455() {
  for (let v456 = 0; v456 < 6; v456++) {
    for (let v457 = 0; v457 < 501; v457++) {
      a454[v456 * 501 + v457] = f(Math.max(a450[v456 * 501 + v457], (v457 - 16 >= 0 ? a450[v456 * 501 + v457 - 16] : -Infinity)));
    }
  }
  return [];
}

function fill459() {
  for (let v460 = 0; v460 < 6; v460++) {
    for (let v461 = 0; v461 < 501; v461++) {
      a458[v460 * 501 + v461] = f(Math.max(a454[v460 * 501 + v461], (v461 - 32 >= 0 ? a454[v460 * 501 + v461 - 32] : -Infinity)));
    }
  }
  return [];
}

function fill463() {
  for (let v464 = 0; v464 < 6; v464++) {
    for (let v465 = 0; v465 < 501; v465++) {
      a462[v464 * 501 + v465] = f(Math.max(a458[v464 * 501 + v465], (v465 - 36 >= 0 ? a458[v464 * 501 + v465 - 36] : -Infinity)));
    }
  }
  return [];
}

function fill467() {
  for (let v468 = 0; v468 < 100; v468++) {
    a466[v468] = f(v468 / 100);
  }
  return [];
}

function fill470() {
  for (let v471 = 0; v471 < 101; v471++) {
    a469[v471] = (v471 < 100 ? f(f(0 * f(1 - a466[v471])) + f(1 * a466[v471])) : 1);
  }
  return [];
}

function fill473() {
  for (let v474 = 0; v474 < 101; v474++) {
    a472[v474] = f(1 - a469[v474]);
  }
  return [];
}

function fill476() {
  for (let v477 = 0; v477 < 101; v477++) {
    a475[v477] = f(a469[v477] * a472[v477]);
  }
  return [];
}

function fill479() {
  for (let v480 = 0; v480 < 101; v480++) {
    a478[v480] = f(a475[v480] * f(0 - f(0 * a475[v480])));
  }
  return [];
}

function fill482() {
  for (let v483 = 0; v483 < 101; v483++) {
    a481[v483] = f(a469[v483] * a469[v483]);
  }
  return [];
}

function fill485() {
  for (let v486 = 0; v486 < 101; v486++) {
    a484[v486] = f(a472[v486] * a472[v486]);
  }
  return [];
}

function fill488(v8) {
  for (let v489 = 0; v489 < 101; v489++) {
    a487[v489] = f(a475[v489] * f(c20[v8 * 2] - f(c20[v8 * 2 + 1] * a475[v489])));
  }
  return [];
}

function fill502() {
  for (let v503 = 0; v503 < 501; v503++) {
    a501[v503] = f(v503);
  }
  return [];
}

function fill505(v499) {
  for (let v506 = 0; v506 < 501; v506++) {
    a504[v506 * 2] = a501[v506];
    a504[v506 * 2 + 1] = f(Math.max(a462[v499 * 501 + v506], 9.999999747378752e-05));
  }
  return [];
}

function fill540(v9) {
  for (let v541 = 0; v541 < 101; v541++) {
    a539[v541 * 2] = ((c22[v9] === 1) ? f(a481[v541] + a478[v541]) : f(a481[v541] + a487[v541]));
    a539[v541 * 2 + 1] = ((c22[v9] === 1) ? f(a484[v541] + a478[v541]) : f(a484[v541] + a487[v541]));
  }
  return [];
}

function fill543(v508, v500) {
  for (let v544 = 0; v544 < 501; v544++) {
    a542[v544 * 2] = (v508 ? (v500 < 1 ? a430[v544 * 2] : (v500 < 2 ? a430[(501 + v544) * 2] : (v500 < 3 ? a430[(1002 + v544) * 2] : (v500 < 4 ? a430[(1503 + v544) * 2] : (v500 < 5 ? a430[(2004 + v544) * 2] : a430[(2505 + v544) * 2]))))) : NaN);
    a542[v544 * 2 + 1] = (v508 ? (v500 < 1 ? a430[v544 * 2 + 1] : (v500 < 2 ? a430[(501 + v544) * 2 + 1] : (v500 < 3 ? a430[(1002 + v544) * 2 + 1] : (v500 < 4 ? a430[(1503 + v544) * 2 + 1] : (v500 < 5 ? a430[(2004 + v544) * 2 + 1] : a430[(2505 + v544) * 2 + 1]))))) : NaN);
  }
  return [];
}

function fill546(v509, v500) {
  for (let v547 = 0; v547 < 501; v547++) {
    a545[v547 * 2] = (v509 ? (v500 < 1 ? a430[v547 * 2] : (v500 < 2 ? a430[(501 + v547) * 2] : (v500 < 3 ? a430[(1002 + v547) * 2] : (v500 < 4 ? a430[(1503 + v547) * 2] : (v500 < 5 ? a430[(2004 + v547) * 2] : a430[(2505 + v547) * 2]))))) : NaN);
    a545[v547 * 2 + 1] = (v509 ? (v500 < 1 ? a430[v547 * 2 + 1] : (v500 < 2 ? a430[(501 + v547) * 2 + 1] : (v500 < 3 ? a430[(1002 + v547) * 2 + 1] : (v500 < 4 ? a430[(1503 + v547) * 2 + 1] : (v500 < 5 ? a430[(2004 + v547) * 2 + 1] : a430[(2505 + v547) * 2 + 1]))))) : NaN);
  }
  return [];
}

function fill549(v510, v500) {
  for (let v550 = 0; v550 < 501; v550++) {
    a548[v550 * 2] = (v510 ? (v500 < 1 ? a430[v550 * 2] : (v500 < 2 ? a430[(501 + v550) * 2] : (v500 < 3 ? a430[(1002 + v550) * 2] : (v500 < 4 ? a430[(1503 + v550) * 2] : (v500 < 5 ? a430[(2004 + v550) * 2] : a430[(2505 + v550) * 2]))))) : NaN);
    a548[v550 * 2 + 1] = (v510 ? (v500 < 1 ? a430[v550 * 2 + 1] : (v500 < 2 ? a430[(501 + v550) * 2 + 1] : (v500 < 3 ? a430[(1002 + v550) * 2 + 1] : (v500 < 4 ? a430[(1503 + v550) * 2 + 1] : (v500 < 5 ? a430[(2004 + v550) * 2 + 1] : a430[(2505 + v550) * 2 + 1]))))) : NaN);
  }
  return [];
}

function fill552(v511, v500) {
  for (let v553 = 0; v553 < 501; v553++) {
    a551[v553 * 2] = (v511 ? (v500 < 1 ? a430[v553 * 2] : (v500 < 2 ? a430[(501 + v553) * 2] : (v500 < 3 ? a430[(1002 + v553) * 2] : (v500 < 4 ? a430[(1503 + v553) * 2] : (v500 < 5 ? a430[(2004 + v553) * 2] : a430[(2505 + v553) * 2]))))) : NaN);
    a551[v553 * 2 + 1] = (v511 ? (v500 < 1 ? a430[v553 * 2 + 1] : (v500 < 2 ? a430[(501 + v553) * 2 + 1] : (v500 < 3 ? a430[(1002 + v553) * 2 + 1] : (v500 < 4 ? a430[(1503 + v553) * 2 + 1] : (v500 < 5 ? a430[(2004 + v553) * 2 + 1] : a430[(2505 + v553) * 2 + 1]))))) : NaN);
  }
  return [];
}

function fill555(v512, v500) {
  for (let v556 = 0; v556 < 501; v556++) {
    a554[v556 * 2] = (v512 ? (v500 < 1 ? a430[v556 * 2] : (v500 < 2 ? a430[(501 + v556) * 2] : (v500 < 3 ? a430[(1002 + v556) * 2] : (v500 < 4 ? a430[(1503 + v556) * 2] : (v500 < 5 ? a430[(2004 + v556) * 2] : a430[(2505 + v556) * 2]))))) : NaN);
    a554[v556 * 2 + 1] = (v512 ? (v500 < 1 ? a430[v556 * 2 + 1] : (v500 < 2 ? a430[(501 + v556) * 2 + 1] : (v500 < 3 ? a430[(1002 + v556) * 2 + 1] : (v500 < 4 ? a430[(1503 + v556) * 2 + 1] : (v500 < 5 ? a430[(2004 + v556) * 2 + 1] : a430[(2505 + v556) * 2 + 1]))))) : NaN);
  }
  return [];
}

function fill558(v508) {
  for (let v559 = 0; v559 < 501; v559++) {
    a557[v559 * 2] = (v508 ? a504[v559 * 2] : NaN);
    a557[v559 * 2 + 1] = (v508 ? a504[v559 * 2 + 1] : NaN);
  }
  return [];
}

function fill561(v509) {
  for (let v562 = 0; v562 < 501; v562++) {
    a560[v562 * 2] = (v509 ? a504[v562 * 2] : NaN);
    a560[v562 * 2 + 1] = (v509 ? a504[v562 * 2 + 1] : NaN);
  }
  return [];
}

function fill564(v510) {
  for (let v565 = 0; v565 < 501; v565++) {
    a563[v565 * 2] = (v510 ? a504[v565 * 2] : NaN);
    a563[v565 * 2 + 1] = (v510 ? a504[v565 * 2 + 1] : NaN);
  }
  return [];
}

function fill567(v511) {
  for (let v568 = 0; v568 < 501; v568++) {
    a566[v568 * 2] = (v511 ? a504[v568 * 2] : NaN);
    a566[v568 * 2 + 1] = (v511 ? a504[v568 * 2 + 1] : NaN);
  }
  return [];
}

function fill570(v512) {
  for (let v571 = 0; v571 < 501; v571++) {
    a569[v571 * 2] = (v512 ? a504[v571 * 2] : NaN);
    a569[v571 * 2 + 1] = (v512 ? a504[v571 * 2 + 1] : NaN);
  }
  return [];
}

function fill573() {
  for (let v574 = 0; v574 < 501; v574++) {
    a572[v574 * 2] = a501[v574];
    a572[v574 * 2 + 1] = f(Math.max(a462[2505 + v574], 9.999999747378752e-05));
  }
  return [];
}

function fill576(v508, v507) {
  for (let v577 = 0; v577 < 501; v577++) {
    a575[v577 * 2] = (v508 ? (v507 < 1 ? a46[v577 * 2] : (v507 < 2 ? a81[v577 * 2] : (v507 < 3 ? a123[v577 * 2] : (v507 < 4 ? a167[v577 * 2] : (v507 < 5 ? a278[v577 * 2] : a338[v577 * 2]))))) : NaN);
    a575[v577 * 2 + 1] = (v508 ? (v507 < 1 ? a46[v577 * 2 + 1] : (v507 < 2 ? a81[v577 * 2 + 1] : (v507 < 3 ? a123[v577 * 2 + 1] : (v507 < 4 ? a167[v577 * 2 + 1] : (v507 < 5 ? a278[v577 * 2 + 1] : a338[v577 * 2 + 1]))))) : NaN);
  }
  return [];
}

function fill579(v509, v507) {
  for (let v580 = 0; v580 < 501; v580++) {
    a578[v580 * 2] = (v509 ? (v507 < 1 ? a46[v580 * 2] : (v507 < 2 ? a81[v580 * 2] : (v507 < 3 ? a123[v580 * 2] : (v507 < 4 ? a167[v580 * 2] : (v507 < 5 ? a278[v580 * 2] : a338[v580 * 2]))))) : NaN);
    a578[v580 * 2 + 1] = (v509 ? (v507 < 1 ? a46[v580 * 2 + 1] : (v507 < 2 ? a81[v580 * 2 + 1] : (v507 < 3 ? a123[v580 * 2 + 1] : (v507 < 4 ? a167[v580 * 2 + 1] : (v507 < 5 ? a278[v580 * 2 + 1] : a338[v580 * 2 + 1]))))) : NaN);
  }
  return [];
}

function fill582(v510, v507) {
  for (let v583 = 0; v583 < 501; v583++) {
    a581[v583 * 2] = (v510 ? (v507 < 1 ? a46[v583 * 2] : (v507 < 2 ? a81[v583 * 2] : (v507 < 3 ? a123[v583 * 2] : (v507 < 4 ? a167[v583 * 2] : (v507 < 5 ? a278[v583 * 2] : a338[v583 * 2]))))) : NaN);
    a581[v583 * 2 + 1] = (v510 ? (v507 < 1 ? a46[v583 * 2 + 1] : (v507 < 2 ? a81[v583 * 2 + 1] : (v507 < 3 ? a123[v583 * 2 + 1] : (v507 < 4 ? a167[v583 * 2 + 1] : (v507 < 5 ? a278[v583 * 2 + 1] : a338[v583 * 2 + 1]))))) : NaN);
  }
  return [];
}

function fill585(v511, v507) {
  for (let v586 = 0; v586 < 501; v586++) {
    a584[v586 * 2] = (v511 ? (v507 < 1 ? a46[v586 * 2] : (v507 < 2 ? a81[v586 * 2] : (v507 < 3 ? a123[v586 * 2] : (v507 < 4 ? a167[v586 * 2] : (v507 < 5 ? a278[v586 * 2] : a338[v586 * 2]))))) : NaN);
    a584[v586 * 2 + 1] = (v511 ? (v507 < 1 ? a46[v586 * 2 + 1] : (v507 < 2 ? a81[v586 * 2 + 1] : (v507 < 3 ? a123[v586 * 2 + 1] : (v507 < 4 ? a167[v586 * 2 + 1] : (v507 < 5 ? a278[v586 * 2 + 1] : a338[v586 * 2 + 1]))))) : NaN);
  }
  return [];
}

function fill588(v512, v507) {
  for (let v589 = 0; v589 < 501; v589++) {
    a587[v589 * 2] = (v512 ? (v507 < 1 ? a46[v589 * 2] : (v507 < 2 ? a81[v589 * 2] : (v507 < 3 ? a123[v589 * 2] : (v507 < 4 ? a167[v589 * 2] : (v507 < 5 ? a278[v589 * 2] : a338[v589 * 2]))))) : NaN);
    a587[v589 * 2 + 1] = (v512 ? (v507 < 1 ? a46[v589 * 2 + 1] : (v507 < 2 ? a81[v589 * 2 + 1] : (v507 < 3 ? a123[v589 * 2 + 1] : (v507 < 4 ? a167[v589 * 2 + 1] : (v507 < 5 ? a278[v589 * 2 + 1] : a338[v589 * 2 + 1]))))) : NaN);
  }
  return [];
}

function fill601() {
  for (let v602 = 0; v602 < 501; v602++) {
    a600[v602 * 2] = a430[(2505 + v602) * 2];
    a600[v602 * 2 + 1] = a430[(2505 + v602) * 2 + 1];
  }
  return [];
}

function fill604() {
  for (let v605 = 0; v605 < 501; v605++) {
    a603[v605 * 2] = a338[v605 * 2];
    a603[v605 * 2 + 1] = a338[v605 * 2 + 1];
  }
  return [];
}

export function compute(x0, x1, x2, x3) {
  a1.set(x0);
  const v2 = x1;
  const v3 = x2;
  const v4 = f(x3);
  const v5 = f(Math.min(1, f(Math.max(0, a1[0]))));
  const v6 = f(Math.min(0.6000000238418579, f(Math.max(-0.6000000238418579, a1[1]))));
  const v7 = ((v3 < 0) ? (v3 + 4 | 0) : v3);
  const v8 = Math.min(Math.max(v7, 0), 3);
  const v9 = Math.min(Math.max(v7, 0), 3);
  const r10 = kept(scan10, v8, v9, v4);
  const [v11, v12] = r10;
  const v26 = (((v4 >= 0) && (v4 <= 1)) ? f(f(v11 + v12) / 2) : NaN);
  const v27 = f(1 - v26);
  const v28 = f(v26 * v27);
  const v29 = f(v28 * f(0 - f(0 * v28)));
  const v30 = f(v26 * v26);
  const v31 = f(v27 * v27);
  const v32 = f(v28 * f(c20[v8 * 2] - f(c20[v8 * 2 + 1] * v28)));
  const v33 = ((c22[v9] === 1) ? f(v30 + v29) : f(v30 + v32));
  const v34 = ((c22[v9] === 1) ? f(v31 + v29) : f(v31 + v32));
  const v35 = f(1 * v26);
  const v36 = f(1 - v35);
  const v37 = f(v35 * v36);
  const v38 = f(f(1 * v36) + f(v35 * -1));
  const v39 = f(f(v38 * f(0 - f(0 * v37))) + f(v37 * f(-f(0 * v38))));
  const v40 = f(1 * f(2 * v35));
  const v41 = f(-1 * f(2 * v36));
  const v42 = f(f(v38 * f(c20[v8 * 2] - f(c20[v8 * 2 + 1] * v37))) + f(v37 * f(-f(c20[v8 * 2 + 1] * v38))));
  const v43 = ((c22[v9] === 1) ? f(v40 + v39) : f(v40 + v42));
  const v44 = ((c22[v9] === 1) ? f(v41 + v39) : f(v41 + v42));
  const v45 = f(f(-v43) / v44);
  const r47 = kept(scan47, v45, v5, v6, v8, v9);
  const [v51, v52] = r47;
  const r82 = kept(scan82, v5, v6, v8, v9, v4);
  const [v83, v84] = r82;
  const v121 = f(v34 / f(v33 + v34));
  const v122 = f(v33 / f(v33 + v34));
  const r124 = kept(scan124, v5, v6, v8, v9, v121, v122);
  const [v125, v126] = r124;
  const r168 = kept(scan168, v5, v6, v8, v9, v4);
  const [v169, v170] = r168;
  const r279 = kept(scan279, v5, v6, v8, v9, v4);
  const [v280, v281, v282] = r279;
  const r339 = kept(scan339, v5, v6, v8, v9, v4);
  const [v340, v341, v342] = r339;
  const r399 = kept(fill399, r47, r82, r124, r168, r279, r339);
  const r403 = kept(fill403, r399);
  const r407 = kept(fill407, r403, r399);
  const r411 = kept(fill411, v8, r407);
  const r415 = kept(fill415, r411);
  const r419 = kept(fill419, v9, r47, r82, r124, r168, r279, r339, r403, r407, r415, r411);
  const r423 = kept(fill423, r419);
  const r427 = kept(fill427, r419);
  const r431 = kept(fill431, r419, r423, r427);
  const r435 = kept(fill435, v33, v34, r431);
  const r439 = kept(fill439, r435);
  const r443 = kept(fill443, r439);
  const r447 = kept(fill447, r443);
  const r451 = kept(fill451, r447);
  const r455 = kept(fill455, r451);
  const r459 = kept(fill459, r455);
  const r463 = kept(fill463, r459);
  const r467 = kept(fill467);
  const r470 = kept(fill470, r467);
  const r473 = kept(fill473, r470);
  const r476 = kept(fill476, r470, r473);
  const r479 = kept(fill479, r476);
  const r482 = kept(fill482, r470);
  const r485 = kept(fill485, r473);
  const r488 = kept(fill488, v8, r476);
  const v490 = (a462[500] <= 0.019999999552965164);
  const v491 = (a462[1001] <= 0.019999999552965164);
  const v492 = (a462[1502] <= 0.019999999552965164);
  const v493 = (a462[2003] <= 0.019999999552965164);
  const v494 = (a462[2504] <= 0.019999999552965164);
  const v495 = (a462[3005] <= 0.019999999552965164);
  a513[0] = v490;
  a513[1] = v491;
  a513[2] = v492;
  a513[3] = v493;
  a513[4] = v494;
  a513[5] = v495;
  const v496 = ((((((v490 ? 1 : 0) + (v491 ? 1 : 0) | 0) + (v492 ? 1 : 0) | 0) + (v493 ? 1 : 0) | 0) + (v494 ? 1 : 0) | 0) + (v495 ? 1 : 0) | 0);
  const v497 = ((v2 < 0) ? (v2 + 6 | 0) : v2);
  const v498 = Math.min(Math.max(v497, 0), 5);
  const v499 = Math.min(Math.max(v497, 0), 5);
  const v500 = Math.min(Math.max(v497, 0), 5);
  const r502 = kept(fill502);
  const r505 = kept(fill505, v499, r502, r463);
  const v507 = Math.min(Math.max(v497, 0), 5);
  const v508 = (v2 === 0);
  const v509 = (v2 === 1);
  const v510 = (v2 === 2);
  const v511 = (v2 === 3);
  const v512 = (v2 === 4);
  const v514 = ((a513[v498] === 1) ? 1 : 0);
  const v515 = (v490 ? 0 : NaN);
  const v516 = (v490 ? 0 : NaN);
  const v517 = (v491 ? 1.2000000476837158 : NaN);
  const v518 = (v491 ? 0 : NaN);
  const v519 = (v492 ? 0 : NaN);
  const v520 = (v492 ? -1 : NaN);
  const v521 = (v493 ? 1.2000000476837158 : NaN);
  const v522 = (v493 ? -1 : NaN);
  const v523 = (v494 ? 0 : NaN);
  const v524 = (v494 ? -2 : NaN);
  const v525 = (v495 ? 1.2000000476837158 : NaN);
  const v526 = (v495 ? -2 : NaN);
  const v527 = (v490 ? NaN : 0);
  const v528 = (v490 ? NaN : 0);
  const v529 = (v491 ? NaN : 1.2000000476837158);
  const v530 = (v491 ? NaN : 0);
  const v531 = (v492 ? NaN : 0);
  const v532 = (v492 ? NaN : -1);
  const v533 = (v493 ? NaN : 1.2000000476837158);
  const v534 = (v493 ? NaN : -1);
  const v535 = (v494 ? NaN : 0);
  const v536 = (v494 ? NaN : -2);
  const v537 = (v495 ? NaN : 1.2000000476837158);
  const v538 = (v495 ? NaN : -2);
  const r540 = kept(fill540, v9, r482, r479, r488, r485);
  const r543 = kept(fill543, v508, v500, r431);
  const r546 = kept(fill546, v509, v500, r431);
  const r549 = kept(fill549, v510, v500, r431);
  const r552 = kept(fill552, v511, v500, r431);
  const r555 = kept(fill555, v512, v500, r431);
  const r558 = kept(fill558, v508, r505);
  const r561 = kept(fill561, v509, r505);
  const r564 = kept(fill564, v510, r505);
  const r567 = kept(fill567, v511, r505);
  const r570 = kept(fill570, v512, r505);
  const r573 = kept(fill573, r502, r463);
  const r576 = kept(fill576, v508, v507, r47, r82, r124, r168, r279, r339);
  const r579 = kept(fill579, v509, v507, r47, r82, r124, r168, r279, r339);
  const r582 = kept(fill582, v510, v507, r47, r82, r124, r168, r279, r339);
  const r585 = kept(fill585, v511, v507, r47, r82, r124, r168, r279, r339);
  const r588 = kept(fill588, v512, v507, r47, r82, r124, r168, r279, r339);
  const v590 = (v495 ? v514 : (3 - v514 | 0));
  const v591 = (v496 === 6);
  const v592 = (((v3 === 2) && (v496 === 1)) && v495);
  const v593 = ((v3 === 1) && v491);
  a594[0] = v515;
  a594[1] = v516;
  a594[2] = v517;
  a594[3] = v518;
  a594[4] = v519;
  a594[5] = v520;
  a594[6] = v521;
  a594[7] = v522;
  a594[8] = v523;
  a594[9] = v524;
  a594[10] = v525;
  a594[11] = v526;
  a595[0] = v527;
  a595[1] = v528;
  a595[2] = v529;
  a595[3] = v530;
  a595[4] = v531;
  a595[5] = v532;
  a595[6] = v533;
  a595[7] = v534;
  a595[8] = v535;
  a595[9] = v536;
  a595[10] = v537;
  a595[11] = v538;
  a596[0] = -0.029999999329447746;
  a596[1] = v4;
  a596[2] = 1.25;
  a596[3] = v4;
  a597[0] = v33;
  a597[1] = v34;
  a598[0] = a430[0];
  a598[1] = a430[1];
  a599[0] = v5;
  a599[1] = v6;
  const r601 = kept(fill601, r431);
  const r604 = kept(fill604, r339);
  a606[0] = v490;
  a606[1] = v491;
  a606[2] = v492;
  a606[3] = v493;
  a606[4] = v494;
  a606[5] = v495;
  a607[0] = v591;
  a607[1] = v592;
  a607[2] = v593;
  return [a594, a595, a539, a596, a597, a598, a599, a542, a545, a548, a551, a554, a600, a557, a560, a563, a566, a569, a572, a575, a578, a581, a584, a587, a603, v590, v496, v3, a606, a462[1001], v2, a607];
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
