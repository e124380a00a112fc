// surfaces: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: c5f9cd269dd8dc19
const f = Math.fround;
const a5 = new Float32Array(2004);
const a6 = new Float32Array(501);
const a7 = new Float32Array(501);
const a12 = new Float32Array(2004);
const a13 = new Float32Array(501);
const a14 = new Float32Array(501);
const a36 = new Float32Array(3);
const a73 = new Float32Array(3);
const a129 = new Float32Array(2004);
const a130 = new Float32Array(501);
const a131 = new Float32Array(501);
const a153 = new Float32Array(3);
const a194 = new Float32Array(3);
const a254 = new Float32Array(2004);
const a255 = new Float32Array(501);
const a256 = new Float32Array(501);
const a278 = new Float32Array(3);
const a323 = new Float32Array(3);
const a400 = new Float32Array(1002);
const a403 = new Float32Array(501);
const a406 = new Float32Array(1002);
const a409 = new Float32Array(1002);
const a412 = new Uint8Array(1002);
const a435 = new Float32Array(501);
const a455 = new Float32Array(2);
const a456 = new Float32Array(2);
const a457 = new Float32Array(1002);
const a460 = new Float32Array(102);
const a463 = new Float32Array(1002);
const a466 = new Float32Array(1002);
const a469 = new Float32Array(1002);
const a472 = new Float32Array(102);
const a475 = new Float32Array(1002);
const a478 = new Float32Array(1002);
const a481 = new Float32Array(2);
const a482 = new Uint8Array(3);

function choose4(v3, v1, x0) {
  let v8;
  let v9;
  let v10;
  let v11;
  if (v3 <= 0) {
    const v15 = (0 >= 0);
    const v16 = (0 < 3);
    const v17 = (v15 && v16);
    const v18 = (v17 ? 0 : 3);
    const v19 = (v18 < 0);
    const v20 = (v18 + 3 | 0);
    const v21 = (v19 ? v20 : v18);
    const v22 = (0 >= 0);
    const v23 = (0 < 3);
    const v24 = (v22 && v23);
    const v25 = (v24 ? 0 : 3);
    const v26 = (v25 === 0);
    const v27 = (v25 === 1);
    const v28 = (v25 === 2);
    const v29 = (v26 ? 1 : 0);
    const v30 = (v27 ? 1 : 0);
    const v31 = (v28 ? 1 : 0);
    const v32 = (v25 < 3);
    const v33 = (v32 ? v29 : NaN);
    const v34 = (v32 ? v30 : NaN);
    const v35 = (v32 ? v31 : NaN);
    a36[0] = 0;
    a36[1] = 0;
    a36[2] = 0;
    if (v21 >= 0 && v21 < 3) a36[v21] = f(a36[v21] + -1);
    const v37 = f(-a36[0]);
    const v38 = f(-a36[1]);
    const v39 = f(-a36[2]);
    const v40 = f(f(v37 + v38) + v39);
    const v41 = f(-v1);
    let v42;
    let v43;
    let v44;
    let v45;
    let v46;
    let v47;
    let v48;
    let v49;
    let v50;
    const v51 = x0[0];
    const v52 = x0[1];
    const v53 = x0[0];
    const v54 = x0[1];
    const v55 = x0[0];
    const v56 = x0[1];
    const v57 = x0[0];
    const v58 = x0[1];
    v42 = v51;
    v43 = v52;
    v44 = v53;
    v45 = v54;
    v46 = 0;
    v47 = v55;
    v48 = v56;
    v49 = v57;
    v50 = v58;
    for (let v59 = 0; v59 < 501; v59++) {
      const v60 = f(Math.max(f(Math.max(v42, v43)), -1000));
      const v61 = f(Math.max(-Infinity, v60));
      const v62 = (Number.isFinite(v61) ? v61 : 0);
      const v63 = f(Math.exp(f(v42 - v62)));
      const v64 = f(Math.exp(f(v43 - v62)));
      const v65 = f(Math.exp(f(-1000 - v62)));
      const v66 = f(f(v63 + v64) + v65);
      const v67 = f(Math.abs(v66));
      const v68 = (v66 >= 0);
      const v69 = f(v42 - f(f(Math.log(v67)) + v62));
      const v70 = f(v43 - f(f(Math.log(v67)) + v62));
      const v71 = f(-1000 - f(f(Math.log(v67)) + v62));
      a73[0] = v69;
      a73[1] = v70;
      a73[2] = v71;
      const v72 = Math.min(Math.max(v21, 0), 2);
      const v74 = (v21 >= 0 && v21 <= 2 ? a73[v72] : NaN);
      const v75 = f(Math.max(f(Math.max(v44, v45)), -1000));
      const v76 = ((v44 === v75) ? 1 : 0);
      const v77 = ((v45 === v75) ? 1 : 0);
      const v78 = ((-1000 === v75) ? 1 : 0);
      const v79 = f(f(v76 + v77) + v78);
      const v80 = f(Math.exp(f(v44 - v75)));
      const v81 = f(Math.exp(f(v45 - v75)));
      const v82 = f(Math.exp(f(-1000 - v75)));
      const v83 = f(f(v80 + v81) + v82);
      const v84 = f(f(v80 / v83) - v33);
      const v85 = f(f(v81 / v83) - v34);
      const v86 = f(f(v82 / v83) - v35);
      const v87 = f(f(f(v84 * v84) + f(v85 * v85)) + f(v86 * v86));
      const v88 = f(1 * f(2 * v84));
      const v89 = f(1 * f(2 * v85));
      const v90 = f(1 * f(2 * v86));
      const v91 = f(f(f(f(v88 * f(1 / f(v83 * v83))) * v80) + f(f(v89 * f(1 / f(v83 * v83))) * v81)) + f(f(v90 * f(1 / f(v83 * v83))) * v82));
      const v92 = f(-v91);
      const v93 = f(f(f(v88 / v83) + v92) * v80);
      const v94 = f(f(f(v89 / v83) + v92) * v81);
      const v95 = f(f(f(v90 / v83) + v92) * v82);
      const v96 = f(f(f(-v93) + f(-v94)) + f(-v95));
      const v97 = f(v96 / v79);
      const v98 = f(v93 + f(v97 * v76));
      const v99 = f(v94 + f(v97 * v77));
      const v100 = f(v95 + f(v97 * v78));
      const v101 = f(v40 / v67);
      const v102 = f((v68 ? v101 : 0) + f(-(v68 ? 0 : v101)));
      const v103 = f(a36[0] + f(v102 * v63));
      const v104 = f(a36[1] + f(v102 * v64));
      const v105 = f(a36[2] + f(v102 * v65));
      const v106 = f(0 + v103);
      const v107 = f(0 + v104);
      const v108 = f(v98 + 0);
      const v109 = f(v99 + 0);
      const v110 = f(Math.max(f(Math.max(f(Math.max(f(Math.abs(v106)), f(Math.abs(v107)))), f(Math.abs(v108)))), f(Math.abs(v109))));
      const v111 = f(Math.max(0, f(Math.max(0, v110))));
      const v112 = (((v111 > 0) && (v111 < Infinity)) ? v111 : 1);
      const v113 = f(v106 / v112);
      const v114 = f(v107 / v112);
      const v115 = f(v108 / v112);
      const v116 = f(v109 / v112);
      const v117 = f(f(f(f(v113 * v113) + f(v114 * v114)) + f(v115 * v115)) + f(v116 * v116));
      const v118 = f(v42 + f(v41 * v106));
      const v119 = f(v43 + f(v41 * v107));
      const v120 = f(v44 + f(v41 * v108));
      const v121 = f(v45 + f(v41 * v109));
      const v122 = (v46 + 1 | 0);
      const v123 = f(f(0 + f(-f(v74 / 1))) + f(v87 / 1));
      const v124 = f(v112 * f(Math.sqrt(f(0 + v117))));
      a12[(v59 * 2) * 2] = v42;
      a12[(v59 * 2) * 2 + 1] = v43;
      a12[(v59 * 2 + 1) * 2] = v44;
      a12[(v59 * 2 + 1) * 2 + 1] = v45;
      a13[v59] = v123;
      a14[v59] = v124;
      const v125 = v42;
      const v126 = v43;
      const v127 = v44;
      const v128 = v45;
      v42 = v118;
      v43 = v119;
      v44 = v120;
      v45 = v121;
      v46 = v122;
      v47 = v125;
      v48 = v126;
      v49 = v127;
      v50 = v128;
    }
    a5.set(a12);
    a6.set(a13);
    a7.set(a14);
    v8 = v47;
    v9 = v48;
    v10 = v49;
    v11 = v50;
  }
  else if (v3 === 1) {
    const v132 = (0 >= 0);
    const v133 = (0 < 3);
    const v134 = (v132 && v133);
    const v135 = (v134 ? 0 : 3);
    const v136 = (v135 < 0);
    const v137 = (v135 + 3 | 0);
    const v138 = (v136 ? v137 : v135);
    const v139 = (0 >= 0);
    const v140 = (0 < 3);
    const v141 = (v139 && v140);
    const v142 = (v141 ? 0 : 3);
    const v143 = (v142 === 0);
    const v144 = (v142 === 1);
    const v145 = (v142 === 2);
    const v146 = (v143 ? 1 : 0);
    const v147 = (v144 ? 1 : 0);
    const v148 = (v145 ? 1 : 0);
    const v149 = (v142 < 3);
    const v150 = (v149 ? v146 : NaN);
    const v151 = (v149 ? v147 : NaN);
    const v152 = (v149 ? v148 : NaN);
    a153[0] = 0;
    a153[1] = 0;
    a153[2] = 0;
    if (v138 >= 0 && v138 < 3) a153[v138] = f(a153[v138] + -1);
    const v154 = f(-a153[0]);
    const v155 = f(-a153[1]);
    const v156 = f(-a153[2]);
    const v157 = f(f(v154 + v155) + v156);
    const v158 = f(-v1);
    let v159;
    let v160;
    let v161;
    let v162;
    let v163;
    let v164;
    let v165;
    let v166;
    let v167;
    let v168;
    let v169;
    let v170;
    let v171;
    const v172 = x0[0];
    const v173 = x0[1];
    const v174 = x0[0];
    const v175 = x0[1];
    const v176 = x0[0];
    const v177 = x0[1];
    const v178 = x0[0];
    const v179 = x0[1];
    v159 = v172;
    v160 = v173;
    v161 = v174;
    v162 = v175;
    v163 = 0;
    v164 = 0;
    v165 = 0;
    v166 = 0;
    v167 = 0;
    v168 = v176;
    v169 = v177;
    v170 = v178;
    v171 = v179;
    for (let v180 = 0; v180 < 501; v180++) {
      const v181 = f(Math.max(f(Math.max(v159, v160)), -1000));
      const v182 = f(Math.max(-Infinity, v181));
      const v183 = (Number.isFinite(v182) ? v182 : 0);
      const v184 = f(Math.exp(f(v159 - v183)));
      const v185 = f(Math.exp(f(v160 - v183)));
      const v186 = f(Math.exp(f(-1000 - v183)));
      const v187 = f(f(v184 + v185) + v186);
      const v188 = f(Math.abs(v187));
      const v189 = (v187 >= 0);
      const v190 = f(v159 - f(f(Math.log(v188)) + v183));
      const v191 = f(v160 - f(f(Math.log(v188)) + v183));
      const v192 = f(-1000 - f(f(Math.log(v188)) + v183));
      a194[0] = v190;
      a194[1] = v191;
      a194[2] = v192;
      const v193 = Math.min(Math.max(v138, 0), 2);
      const v195 = (v138 >= 0 && v138 <= 2 ? a194[v193] : NaN);
      const v196 = f(Math.max(f(Math.max(v161, v162)), -1000));
      const v197 = ((v161 === v196) ? 1 : 0);
      const v198 = ((v162 === v196) ? 1 : 0);
      const v199 = ((-1000 === v196) ? 1 : 0);
      const v200 = f(f(v197 + v198) + v199);
      const v201 = f(Math.exp(f(v161 - v196)));
      const v202 = f(Math.exp(f(v162 - v196)));
      const v203 = f(Math.exp(f(-1000 - v196)));
      const v204 = f(f(v201 + v202) + v203);
      const v205 = f(f(v201 / v204) - v150);
      const v206 = f(f(v202 / v204) - v151);
      const v207 = f(f(v203 / v204) - v152);
      const v208 = f(f(f(v205 * v205) + f(v206 * v206)) + f(v207 * v207));
      const v209 = f(1 * f(2 * v205));
      const v210 = f(1 * f(2 * v206));
      const v211 = f(1 * f(2 * v207));
      const v212 = f(f(f(f(v209 * f(1 / f(v204 * v204))) * v201) + f(f(v210 * f(1 / f(v204 * v204))) * v202)) + f(f(v211 * f(1 / f(v204 * v204))) * v203));
      const v213 = f(-v212);
      const v214 = f(f(f(v209 / v204) + v213) * v201);
      const v215 = f(f(f(v210 / v204) + v213) * v202);
      const v216 = f(f(f(v211 / v204) + v213) * v203);
      const v217 = f(f(f(-v214) + f(-v215)) + f(-v216));
      const v218 = f(v217 / v200);
      const v219 = f(v214 + f(v218 * v197));
      const v220 = f(v215 + f(v218 * v198));
      const v221 = f(v216 + f(v218 * v199));
      const v222 = f(v157 / v188);
      const v223 = f((v189 ? v222 : 0) + f(-(v189 ? 0 : v222)));
      const v224 = f(a153[0] + f(v223 * v184));
      const v225 = f(a153[1] + f(v223 * v185));
      const v226 = f(a153[2] + f(v223 * v186));
      const v227 = f(0 + v224);
      const v228 = f(0 + v225);
      const v229 = f(v219 + 0);
      const v230 = f(v220 + 0);
      const v231 = f(Math.max(f(Math.max(f(Math.max(f(Math.abs(v227)), f(Math.abs(v228)))), f(Math.abs(v229)))), f(Math.abs(v230))));
      const v232 = f(Math.max(0, f(Math.max(0, v231))));
      const v233 = (((v232 > 0) && (v232 < Infinity)) ? v232 : 1);
      const v234 = f(v227 / v233);
      const v235 = f(v228 / v233);
      const v236 = f(v229 / v233);
      const v237 = f(v230 / v233);
      const v238 = f(f(f(f(v234 * v234) + f(v235 * v235)) + f(v236 * v236)) + f(v237 * v237));
      const v239 = f(f(0.8999999761581421 * v163) + f(v158 * v227));
      const v240 = f(f(0.8999999761581421 * v164) + f(v158 * v228));
      const v241 = f(f(0.8999999761581421 * v165) + f(v158 * v229));
      const v242 = f(f(0.8999999761581421 * v166) + f(v158 * v230));
      const v243 = f(v159 + f(1 * v239));
      const v244 = f(v160 + f(1 * v240));
      const v245 = f(v161 + f(1 * v241));
      const v246 = f(v162 + f(1 * v242));
      const v247 = (v167 + 1 | 0);
      const v248 = f(f(0 + f(-f(v195 / 1))) + f(v208 / 1));
      const v249 = f(v233 * f(Math.sqrt(f(0 + v238))));
      a129[(v180 * 2) * 2] = v159;
      a129[(v180 * 2) * 2 + 1] = v160;
      a129[(v180 * 2 + 1) * 2] = v161;
      a129[(v180 * 2 + 1) * 2 + 1] = v162;
      a130[v180] = v248;
      a131[v180] = v249;
      const v250 = v159;
      const v251 = v160;
      const v252 = v161;
      const v253 = v162;
      v159 = v243;
      v160 = v244;
      v161 = v245;
      v162 = v246;
      v163 = v239;
      v164 = v240;
      v165 = v241;
      v166 = v242;
      v167 = v247;
      v168 = v250;
      v169 = v251;
      v170 = v252;
      v171 = v253;
    }
    a5.set(a129);
    a6.set(a130);
    a7.set(a131);
    v8 = v168;
    v9 = v169;
    v10 = v170;
    v11 = v171;
  }
  else  {
    const v257 = (0 >= 0);
    const v258 = (0 < 3);
    const v259 = (v257 && v258);
    const v260 = (v259 ? 0 : 3);
    const v261 = (v260 < 0);
    const v262 = (v260 + 3 | 0);
    const v263 = (v261 ? v262 : v260);
    const v264 = (0 >= 0);
    const v265 = (0 < 3);
    const v266 = (v264 && v265);
    const v267 = (v266 ? 0 : 3);
    const v268 = (v267 === 0);
    const v269 = (v267 === 1);
    const v270 = (v267 === 2);
    const v271 = (v268 ? 1 : 0);
    const v272 = (v269 ? 1 : 0);
    const v273 = (v270 ? 1 : 0);
    const v274 = (v267 < 3);
    const v275 = (v274 ? v271 : NaN);
    const v276 = (v274 ? v272 : NaN);
    const v277 = (v274 ? v273 : NaN);
    a278[0] = 0;
    a278[1] = 0;
    a278[2] = 0;
    if (v263 >= 0 && v263 < 3) a278[v263] = f(a278[v263] + -1);
    const v279 = f(-a278[0]);
    const v280 = f(-a278[1]);
    const v281 = f(-a278[2]);
    const v282 = f(f(v279 + v280) + v281);
    const v283 = f(-v1);
    let v284;
    let v285;
    let v286;
    let v287;
    let v288;
    let v289;
    let v290;
    let v291;
    let v292;
    let v293;
    let v294;
    let v295;
    let v296;
    let v297;
    let v298;
    let v299;
    let v300;
    const v301 = x0[0];
    const v302 = x0[1];
    const v303 = x0[0];
    const v304 = x0[1];
    const v305 = x0[0];
    const v306 = x0[1];
    const v307 = x0[0];
    const v308 = x0[1];
    v284 = v301;
    v285 = v302;
    v286 = v303;
    v287 = v304;
    v288 = 0;
    v289 = 0;
    v290 = 0;
    v291 = 0;
    v292 = 0;
    v293 = 0;
    v294 = 0;
    v295 = 0;
    v296 = 0;
    v297 = v305;
    v298 = v306;
    v299 = v307;
    v300 = v308;
    for (let v309 = 0; v309 < 501; v309++) {
      const v310 = f(Math.max(f(Math.max(v284, v285)), -1000));
      const v311 = f(Math.max(-Infinity, v310));
      const v312 = (Number.isFinite(v311) ? v311 : 0);
      const v313 = f(Math.exp(f(v284 - v312)));
      const v314 = f(Math.exp(f(v285 - v312)));
      const v315 = f(Math.exp(f(-1000 - v312)));
      const v316 = f(f(v313 + v314) + v315);
      const v317 = f(Math.abs(v316));
      const v318 = (v316 >= 0);
      const v319 = f(v284 - f(f(Math.log(v317)) + v312));
      const v320 = f(v285 - f(f(Math.log(v317)) + v312));
      const v321 = f(-1000 - f(f(Math.log(v317)) + v312));
      a323[0] = v319;
      a323[1] = v320;
      a323[2] = v321;
      const v322 = Math.min(Math.max(v263, 0), 2);
      const v324 = (v263 >= 0 && v263 <= 2 ? a323[v322] : NaN);
      const v325 = f(Math.max(f(Math.max(v286, v287)), -1000));
      const v326 = ((v286 === v325) ? 1 : 0);
      const v327 = ((v287 === v325) ? 1 : 0);
      const v328 = ((-1000 === v325) ? 1 : 0);
      const v329 = f(f(v326 + v327) + v328);
      const v330 = f(Math.exp(f(v286 - v325)));
      const v331 = f(Math.exp(f(v287 - v325)));
      const v332 = f(Math.exp(f(-1000 - v325)));
      const v333 = f(f(v330 + v331) + v332);
      const v334 = f(f(v330 / v333) - v275);
      const v335 = f(f(v331 / v333) - v276);
      const v336 = f(f(v332 / v333) - v277);
      const v337 = f(f(f(v334 * v334) + f(v335 * v335)) + f(v336 * v336));
      const v338 = f(1 * f(2 * v334));
      const v339 = f(1 * f(2 * v335));
      const v340 = f(1 * f(2 * v336));
      const v341 = f(f(f(f(v338 * f(1 / f(v333 * v333))) * v330) + f(f(v339 * f(1 / f(v333 * v333))) * v331)) + f(f(v340 * f(1 / f(v333 * v333))) * v332));
      const v342 = f(-v341);
      const v343 = f(f(f(v338 / v333) + v342) * v330);
      const v344 = f(f(f(v339 / v333) + v342) * v331);
      const v345 = f(f(f(v340 / v333) + v342) * v332);
      const v346 = f(f(f(-v343) + f(-v344)) + f(-v345));
      const v347 = f(v346 / v329);
      const v348 = f(v343 + f(v347 * v326));
      const v349 = f(v344 + f(v347 * v327));
      const v350 = f(v345 + f(v347 * v328));
      const v351 = f(v282 / v317);
      const v352 = f((v318 ? v351 : 0) + f(-(v318 ? 0 : v351)));
      const v353 = f(a278[0] + f(v352 * v313));
      const v354 = f(a278[1] + f(v352 * v314));
      const v355 = f(a278[2] + f(v352 * v315));
      const v356 = f(0 + v353);
      const v357 = f(0 + v354);
      const v358 = f(v348 + 0);
      const v359 = f(v349 + 0);
      const v360 = f(Math.abs(v356));
      const v361 = f(Math.abs(v357));
      const v362 = f(Math.abs(v358));
      const v363 = f(Math.abs(v359));
      const v364 = f(Math.max(f(Math.max(f(Math.max(v360, v361)), v362)), v363));
      const v365 = f(Math.max(0, f(Math.max(0, v364))));
      const v366 = (((v365 > 0) && (v365 < Infinity)) ? v365 : 1);
      const v367 = f(v356 / v366);
      const v368 = f(v357 / v366);
      const v369 = f(v358 / v366);
      const v370 = f(v359 / v366);
      const v371 = f(f(f(f(v367 * v367) + f(v368 * v368)) + f(v369 * v369)) + f(v370 * v370));
      const v372 = ((v360 === Infinity) ? v356 : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, v356)))));
      const v373 = ((v361 === Infinity) ? v357 : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, v357)))));
      const v374 = ((v362 === Infinity) ? v358 : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, v358)))));
      const v375 = ((v363 === Infinity) ? v359 : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, v359)))));
      const v376 = f(f(0.8999999761581421 * v288) + f(0.10000000149011612 * v372));
      const v377 = f(f(0.8999999761581421 * v289) + f(0.10000000149011612 * v373));
      const v378 = f(f(0.8999999761581421 * v290) + f(0.10000000149011612 * v374));
      const v379 = f(f(0.8999999761581421 * v291) + f(0.10000000149011612 * v375));
      const v380 = f(f(0.9990000128746033 * v292) + f(0.0010000000474974513 * f(v372 * v372)));
      const v381 = f(f(0.9990000128746033 * v293) + f(0.0010000000474974513 * f(v373 * v373)));
      const v382 = f(f(0.9990000128746033 * v294) + f(0.0010000000474974513 * f(v374 * v374)));
      const v383 = f(f(0.9990000128746033 * v295) + f(0.0010000000474974513 * f(v375 * v375)));
      const v384 = (v296 + 1 | 0);
      const v385 = f(v384);
      const v386 = f(f(Math.sqrt(f(v380 / f(-f(Math.expm1(f(v385 * -0.0010005003335835344))))))) + 9.99999993922529e-09);
      const v387 = f(f(Math.sqrt(f(v381 / f(-f(Math.expm1(f(v385 * -0.0010005003335835344))))))) + 9.99999993922529e-09);
      const v388 = f(f(Math.sqrt(f(v382 / f(-f(Math.expm1(f(v385 * -0.0010005003335835344))))))) + 9.99999993922529e-09);
      const v389 = f(f(Math.sqrt(f(v383 / f(-f(Math.expm1(f(v385 * -0.0010005003335835344))))))) + 9.99999993922529e-09);
      const v390 = f(v284 + f(v283 * f(f(v376 / f(-f(Math.expm1(f(v385 * -0.10536051565782628))))) / ((v386 === 0) ? 1 : v386))));
      const v391 = f(v285 + f(v283 * f(f(v377 / f(-f(Math.expm1(f(v385 * -0.10536051565782628))))) / ((v387 === 0) ? 1 : v387))));
      const v392 = f(v286 + f(v283 * f(f(v378 / f(-f(Math.expm1(f(v385 * -0.10536051565782628))))) / ((v388 === 0) ? 1 : v388))));
      const v393 = f(v287 + f(v283 * f(f(v379 / f(-f(Math.expm1(f(v385 * -0.10536051565782628))))) / ((v389 === 0) ? 1 : v389))));
      const v394 = f(f(0 + f(-f(v324 / 1))) + f(v337 / 1));
      const v395 = f(v366 * f(Math.sqrt(f(0 + v371))));
      a254[(v309 * 2) * 2] = v284;
      a254[(v309 * 2) * 2 + 1] = v285;
      a254[(v309 * 2 + 1) * 2] = v286;
      a254[(v309 * 2 + 1) * 2 + 1] = v287;
      a255[v309] = v394;
      a256[v309] = v395;
      const v396 = v284;
      const v397 = v285;
      const v398 = v286;
      const v399 = v287;
      v284 = v390;
      v285 = v391;
      v286 = v392;
      v287 = v393;
      v288 = v376;
      v289 = v377;
      v290 = v378;
      v291 = v379;
      v292 = v380;
      v293 = v381;
      v294 = v382;
      v295 = v383;
      v296 = v384;
      v297 = v396;
      v298 = v397;
      v299 = v398;
      v300 = v399;
    }
    a5.set(a254);
    a6.set(a255);
    a7.set(a256);
    v8 = v297;
    v9 = v298;
    v10 = v299;
    v11 = v300;
  }
  return [v8, v9, v10, v11];
}

function fill401() {
  for (let v402 = 0; v402 < 501; v402++) {
    a400[v402 * 2] = f(a5[(v402 * 2) * 2 + 1] - a5[(v402 * 2) * 2]);
    a400[v402 * 2 + 1] = f(a5[(v402 * 2 + 1) * 2 + 1] - a5[(v402 * 2 + 1) * 2]);
  }
}

function fill404() {
  for (let v405 = 0; v405 < 501; v405++) {
    a403[v405] = f(1 / (1 + Math.exp(-a400[v405 * 2 + 1])));
  }
}

function fill407() {
  for (let v408 = 0; v408 < 501; v408++) {
    a406[v408 * 2] = f(1 / (1 + Math.exp(-f(-a400[v408 * 2]))));
    a406[v408 * 2 + 1] = f(1 / (1 + Math.exp(-f(-a400[v408 * 2 + 1]))));
  }
}

function fill410() {
  for (let v411 = 0; v411 < 501; v411++) {
    a409[v411 * 2] = f(1.4142135381698608 * f(1 / (1 + Math.exp(-a400[v411 * 2]))));
    a409[v411 * 2 + 1] = f(f(5.656854152679443 * f(1 / (1 + Math.exp(-f(-a400[v411 * 2 + 1]))))) * f(a403[v411] * a403[v411]));
  }
}

function fill413() {
  for (let v414 = 0; v414 < 501; v414++) {
    a412[v414 * 2] = (a400[v414 * 2] < -2.1972246170043945);
    a412[v414 * 2 + 1] = (a400[v414 * 2 + 1] < -2.1972246170043945);
  }
}

function or415() {
  let v416 = false;
  for (let v417 = 0; v417 < 501; v417++) {
    v416 = (v416 || (a412[v417 * 2] === 1));
  }
  return [v416];
}

function or418() {
  let v419 = false;
  for (let v420 = 0; v420 < 501; v420++) {
    v419 = (v419 || (a412[v420 * 2 + 1] === 1));
  }
  return [v419];
}

function argmax421() {
  let v422 = (a412[0] === 1);
  let v423 = 0;
  for (let v424 = 0; v424 < 501; v424++) {
    const v425 = (a412[v424 * 2] === 1);
    if (v425 > v422 || (v425 !== v425 && v422 === v422)) { v422 = v425; v423 = v424; }
  }
  return [v423];
}

function argmax426() {
  let v427 = (a412[1] === 1);
  let v428 = 0;
  for (let v429 = 0; v429 < 501; v429++) {
    const v430 = (a412[v429 * 2 + 1] === 1);
    if (v430 > v427 || (v430 !== v430 && v427 === v427)) { v427 = v430; v428 = v429; }
  }
  return [v428];
}

function fill436() {
  for (let v437 = 0; v437 < 501; v437++) {
    a435[v437] = f(v437);
  }
}

function argmax445(v443, v444, v439, v440) {
  let v446 = v443;
  let v447 = 0;
  for (let v448 = 0; v448 < 5; v448++) {
    const v449 = (v448 < 1 ? v443 : (v448 < 2 ? v444 : (v448 < 3 ? v439 : (v448 < 4 ? v440 : true))));
    if (v449 > v446 || (v449 !== v449 && v446 === v446)) { v446 = v449; v447 = v448; }
  }
  return [v447];
}

function fill458() {
  for (let v459 = 0; v459 < 501; v459++) {
    a457[v459 * 2] = a5[(v459 * 2) * 2];
    a457[v459 * 2 + 1] = a5[(v459 * 2) * 2 + 1];
  }
}

function fill461() {
  for (let v462 = 0; v462 < 51; v462++) {
    a460[v462 * 2] = a5[((v462 * 10) * 2) * 2];
    a460[v462 * 2 + 1] = a5[((v462 * 10) * 2) * 2 + 1];
  }
}

function fill464() {
  for (let v465 = 0; v465 < 501; v465++) {
    a463[v465 * 2] = a435[v465];
    a463[v465 * 2 + 1] = a406[v465 * 2];
  }
}

function fill467() {
  for (let v468 = 0; v468 < 501; v468++) {
    a466[v468 * 2] = a435[v468];
    a466[v468 * 2 + 1] = a409[v468 * 2];
  }
}

function fill470() {
  for (let v471 = 0; v471 < 501; v471++) {
    a469[v471 * 2] = a5[(v471 * 2 + 1) * 2];
    a469[v471 * 2 + 1] = a5[(v471 * 2 + 1) * 2 + 1];
  }
}

function fill473() {
  for (let v474 = 0; v474 < 51; v474++) {
    a472[v474 * 2] = a5[((v474 * 10) * 2 + 1) * 2];
    a472[v474 * 2 + 1] = a5[((v474 * 10) * 2 + 1) * 2 + 1];
  }
}

function fill476() {
  for (let v477 = 0; v477 < 501; v477++) {
    a475[v477 * 2] = a435[v477];
    a475[v477 * 2 + 1] = a406[v477 * 2 + 1];
  }
}

function fill479() {
  for (let v480 = 0; v480 < 501; v480++) {
    a478[v480 * 2] = a435[v480];
    a478[v480 * 2 + 1] = a409[v480 * 2 + 1];
  }
}

export function compute(x0, x1, x2) {
  const v1 = f(x1);
  const v2 = x2;
  const v3 = (Math.min(Math.max(v2, 0), 2) | 0);
  const [v8, v9, v10, v11] = choose4(v3, v1, x0);
  fill401();
  fill404();
  fill407();
  fill410();
  fill413();
  const [v416] = or415();
  const [v419] = or418();
  const [v423] = argmax421();
  const [v428] = argmax426();
  const v431 = (v416 ? f(v423) : Infinity);
  const v432 = (v419 ? f(v428) : Infinity);
  const v433 = f(Math.cosh(f(a400[0] / 2)));
  const v434 = f(v433 * v433);
  fill436();
  const v438 = (((v434 >= 1000) ? 1 : 0) + ((v434 >= 1000000) ? 1 : 0) | 0);
  const v439 = Number.isFinite(v431);
  const v440 = Number.isFinite(v432);
  const v441 = f(x0[1] - x0[0]);
  const v442 = (v2 === 0);
  const v443 = (v431 === 0);
  const v444 = (v439 && v440);
  const [v447] = argmax445(v443, v444, v439, v440);
  const v450 = f(Math.max(v431, v432));
  const v451 = f(v434 / f(power(1000, v438)));
  const v452 = ((v442 && (v441 > 0)) && (v434 > 1000000));
  const v453 = ((v442 && (v441 >= 4)) && (v450 <= 200));
  const v454 = ((v441 >= 10) && (v432 < v431));
  a455[0] = x0[0];
  a455[1] = x0[1];
  a456[0] = x0[0];
  a456[1] = x0[1];
  fill458();
  fill461();
  fill464();
  fill467();
  fill470();
  fill473();
  fill476();
  fill479();
  a481[0] = v431;
  a481[1] = v432;
  a482[0] = v452;
  a482[1] = v453;
  a482[2] = v454;
  return [a455, a456, a457, a460, a463, a466, a469, a472, a475, a478, v447, v451, a481, v438, a482];
}

// x to the power y, as C has it: 1 to any power is 1.
function power(x, y) {
  return x === 1 ? 1 : x ** y;
}
