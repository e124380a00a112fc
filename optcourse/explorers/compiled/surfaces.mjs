// surfaces: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: f0c1fda9f4238826
const f = Math.fround;
const a1 = new Float32Array(2);
const a6 = new Float32Array(2004);
const a7 = new Float32Array(2004);
const a29 = new Float32Array(3);
const a82 = new Float32Array(2004);
const a104 = new Float32Array(3);
const a165 = new Float32Array(2004);
const a187 = new Float32Array(3);
const a271 = new Float32Array(1002);
const a274 = new Float32Array(501);
const a277 = new Float32Array(1002);
const a280 = new Float32Array(1002);
const a283 = new Uint8Array(1002);
const a286 = new Uint8Array(2);
const a305 = new Float32Array(501);
const a325 = new Float32Array(2);
const a326 = new Float32Array(2);
const a327 = new Float32Array(1002);
const a330 = new Float32Array(102);
const a333 = new Float32Array(1002);
const a336 = new Float32Array(1002);
const a339 = new Float32Array(1002);
const a342 = new Float32Array(102);
const a345 = new Float32Array(1002);
const a348 = new Float32Array(1002);
const a351 = new Float32Array(2);
const a352 = new Uint8Array(3);

function choose5(v4, v2) {
  if (v4 <= 0) {
    const v8 = (0 >= 0);
    const v9 = (0 < 3);
    const v10 = (v8 && v9);
    const v11 = (v10 ? 0 : 3);
    const v12 = (v11 < 0);
    const v13 = (v11 + 3 | 0);
    const v14 = (v12 ? v13 : v11);
    const v15 = (0 >= 0);
    const v16 = (0 < 3);
    const v17 = (v15 && v16);
    const v18 = (v17 ? 0 : 3);
    const v19 = (v18 === 0);
    const v20 = (v18 === 1);
    const v21 = (v18 === 2);
    const v22 = (v19 ? 1 : 0);
    const v23 = (v20 ? 1 : 0);
    const v24 = (v21 ? 1 : 0);
    const v25 = (v18 < 3);
    const v26 = (v25 ? v22 : NaN);
    const v27 = (v25 ? v23 : NaN);
    const v28 = (v25 ? v24 : NaN);
    a29[0] = 0;
    a29[1] = 0;
    a29[2] = 0;
    if (v14 >= 0 && v14 < 3) a29[v14] = f(a29[v14] + -1);
    const v30 = f(-a29[0]);
    const v31 = f(-a29[1]);
    const v32 = f(-a29[2]);
    const v33 = f(f(v30 + v31) + v32);
    const v34 = f(-v2);
    let v35;
    let v36;
    let v37;
    let v38;
    const v39 = a1[0];
    const v40 = a1[1];
    const v41 = a1[0];
    const v42 = a1[1];
    v35 = v39;
    v36 = v40;
    v37 = v41;
    v38 = v42;
    for (let v43 = 0; v43 < 501; v43++) {
      const v44 = f(Math.max(f(Math.max(v35, v36)), -1000));
      const v45 = f(Math.max(-Infinity, v44));
      const v46 = f(Math.exp(f(v35 - (Number.isFinite(v45) ? v45 : 0))));
      const v47 = f(Math.exp(f(v36 - (Number.isFinite(v45) ? v45 : 0))));
      const v48 = f(Math.exp(f(-1000 - (Number.isFinite(v45) ? v45 : 0))));
      const v49 = f(f(v46 + v47) + v48);
      const v50 = (v49 >= 0);
      const v51 = f(Math.max(f(Math.max(v37, v38)), -1000));
      const v52 = ((v37 === v51) ? 1 : 0);
      const v53 = ((v38 === v51) ? 1 : 0);
      const v54 = ((-1000 === v51) ? 1 : 0);
      const v55 = f(f(v52 + v53) + v54);
      const v56 = f(Math.exp(f(v37 - v51)));
      const v57 = f(Math.exp(f(v38 - v51)));
      const v58 = f(Math.exp(f(-1000 - v51)));
      const v59 = f(f(v56 + v57) + v58);
      const v60 = f(1 * f(2 * f(f(v56 / v59) - v26)));
      const v61 = f(1 * f(2 * f(f(v57 / v59) - v27)));
      const v62 = f(1 * f(2 * f(f(v58 / v59) - v28)));
      const v63 = f(f(f(f(v60 * f(1 / f(v59 * v59))) * v56) + f(f(v61 * f(1 / f(v59 * v59))) * v57)) + f(f(v62 * f(1 / f(v59 * v59))) * v58));
      const v64 = f(-v63);
      const v65 = f(f(f(v60 / v59) + v64) * v56);
      const v66 = f(f(f(v61 / v59) + v64) * v57);
      const v67 = f(f(f(v62 / v59) + v64) * v58);
      const v68 = f(f(f(-v65) + f(-v66)) + f(-v67));
      const v69 = f(v68 / v55);
      const v70 = f(v65 + f(v69 * v52));
      const v71 = f(v66 + f(v69 * v53));
      const v72 = f(v67 + f(v69 * v54));
      const v73 = f(v33 / f(Math.abs(v49)));
      const v74 = f((v50 ? v73 : 0) + f(-(v50 ? 0 : v73)));
      const v75 = f(a29[0] + f(v74 * v46));
      const v76 = f(a29[1] + f(v74 * v47));
      const v77 = f(a29[2] + f(v74 * v48));
      const v78 = f(v35 + f(v34 * f(0 + v75)));
      const v79 = f(v36 + f(v34 * f(0 + v76)));
      const v80 = f(v37 + f(v34 * f(v70 + 0)));
      const v81 = f(v38 + f(v34 * f(v71 + 0)));
      a7[(v43 * 2) * 2] = v35;
      a7[(v43 * 2) * 2 + 1] = v36;
      a7[(v43 * 2 + 1) * 2] = v37;
      a7[(v43 * 2 + 1) * 2 + 1] = v38;
      v35 = v78;
      v36 = v79;
      v37 = v80;
      v38 = v81;
    }
    a6.set(a7);
  }
  else if (v4 === 1) {
    const v83 = (0 >= 0);
    const v84 = (0 < 3);
    const v85 = (v83 && v84);
    const v86 = (v85 ? 0 : 3);
    const v87 = (v86 < 0);
    const v88 = (v86 + 3 | 0);
    const v89 = (v87 ? v88 : v86);
    const v90 = (0 >= 0);
    const v91 = (0 < 3);
    const v92 = (v90 && v91);
    const v93 = (v92 ? 0 : 3);
    const v94 = (v93 === 0);
    const v95 = (v93 === 1);
    const v96 = (v93 === 2);
    const v97 = (v94 ? 1 : 0);
    const v98 = (v95 ? 1 : 0);
    const v99 = (v96 ? 1 : 0);
    const v100 = (v93 < 3);
    const v101 = (v100 ? v97 : NaN);
    const v102 = (v100 ? v98 : NaN);
    const v103 = (v100 ? v99 : NaN);
    a104[0] = 0;
    a104[1] = 0;
    a104[2] = 0;
    if (v89 >= 0 && v89 < 3) a104[v89] = f(a104[v89] + -1);
    const v105 = f(-a104[0]);
    const v106 = f(-a104[1]);
    const v107 = f(-a104[2]);
    const v108 = f(f(v105 + v106) + v107);
    const v109 = f(-v2);
    let v110;
    let v111;
    let v112;
    let v113;
    let v114;
    let v115;
    let v116;
    let v117;
    const v118 = a1[0];
    const v119 = a1[1];
    const v120 = a1[0];
    const v121 = a1[1];
    v110 = v118;
    v111 = v119;
    v112 = v120;
    v113 = v121;
    v114 = 0;
    v115 = 0;
    v116 = 0;
    v117 = 0;
    for (let v122 = 0; v122 < 501; v122++) {
      const v123 = f(Math.max(f(Math.max(v110, v111)), -1000));
      const v124 = f(Math.max(-Infinity, v123));
      const v125 = f(Math.exp(f(v110 - (Number.isFinite(v124) ? v124 : 0))));
      const v126 = f(Math.exp(f(v111 - (Number.isFinite(v124) ? v124 : 0))));
      const v127 = f(Math.exp(f(-1000 - (Number.isFinite(v124) ? v124 : 0))));
      const v128 = f(f(v125 + v126) + v127);
      const v129 = (v128 >= 0);
      const v130 = f(Math.max(f(Math.max(v112, v113)), -1000));
      const v131 = ((v112 === v130) ? 1 : 0);
      const v132 = ((v113 === v130) ? 1 : 0);
      const v133 = ((-1000 === v130) ? 1 : 0);
      const v134 = f(f(v131 + v132) + v133);
      const v135 = f(Math.exp(f(v112 - v130)));
      const v136 = f(Math.exp(f(v113 - v130)));
      const v137 = f(Math.exp(f(-1000 - v130)));
      const v138 = f(f(v135 + v136) + v137);
      const v139 = f(1 * f(2 * f(f(v135 / v138) - v101)));
      const v140 = f(1 * f(2 * f(f(v136 / v138) - v102)));
      const v141 = f(1 * f(2 * f(f(v137 / v138) - v103)));
      const v142 = f(f(f(f(v139 * f(1 / f(v138 * v138))) * v135) + f(f(v140 * f(1 / f(v138 * v138))) * v136)) + f(f(v141 * f(1 / f(v138 * v138))) * v137));
      const v143 = f(-v142);
      const v144 = f(f(f(v139 / v138) + v143) * v135);
      const v145 = f(f(f(v140 / v138) + v143) * v136);
      const v146 = f(f(f(v141 / v138) + v143) * v137);
      const v147 = f(f(f(-v144) + f(-v145)) + f(-v146));
      const v148 = f(v147 / v134);
      const v149 = f(v144 + f(v148 * v131));
      const v150 = f(v145 + f(v148 * v132));
      const v151 = f(v146 + f(v148 * v133));
      const v152 = f(v108 / f(Math.abs(v128)));
      const v153 = f((v129 ? v152 : 0) + f(-(v129 ? 0 : v152)));
      const v154 = f(a104[0] + f(v153 * v125));
      const v155 = f(a104[1] + f(v153 * v126));
      const v156 = f(a104[2] + f(v153 * v127));
      const v157 = f(f(0.8999999761581421 * v114) + f(v109 * f(0 + v154)));
      const v158 = f(f(0.8999999761581421 * v115) + f(v109 * f(0 + v155)));
      const v159 = f(f(0.8999999761581421 * v116) + f(v109 * f(v149 + 0)));
      const v160 = f(f(0.8999999761581421 * v117) + f(v109 * f(v150 + 0)));
      const v161 = f(v110 + f(1 * v157));
      const v162 = f(v111 + f(1 * v158));
      const v163 = f(v112 + f(1 * v159));
      const v164 = f(v113 + f(1 * v160));
      a82[(v122 * 2) * 2] = v110;
      a82[(v122 * 2) * 2 + 1] = v111;
      a82[(v122 * 2 + 1) * 2] = v112;
      a82[(v122 * 2 + 1) * 2 + 1] = v113;
      v110 = v161;
      v111 = v162;
      v112 = v163;
      v113 = v164;
      v114 = v157;
      v115 = v158;
      v116 = v159;
      v117 = v160;
    }
    a6.set(a82);
  }
  else  {
    const v166 = (0 >= 0);
    const v167 = (0 < 3);
    const v168 = (v166 && v167);
    const v169 = (v168 ? 0 : 3);
    const v170 = (v169 < 0);
    const v171 = (v169 + 3 | 0);
    const v172 = (v170 ? v171 : v169);
    const v173 = (0 >= 0);
    const v174 = (0 < 3);
    const v175 = (v173 && v174);
    const v176 = (v175 ? 0 : 3);
    const v177 = (v176 === 0);
    const v178 = (v176 === 1);
    const v179 = (v176 === 2);
    const v180 = (v177 ? 1 : 0);
    const v181 = (v178 ? 1 : 0);
    const v182 = (v179 ? 1 : 0);
    const v183 = (v176 < 3);
    const v184 = (v183 ? v180 : NaN);
    const v185 = (v183 ? v181 : NaN);
    const v186 = (v183 ? v182 : NaN);
    a187[0] = 0;
    a187[1] = 0;
    a187[2] = 0;
    if (v172 >= 0 && v172 < 3) a187[v172] = f(a187[v172] + -1);
    const v188 = f(-a187[0]);
    const v189 = f(-a187[1]);
    const v190 = f(-a187[2]);
    const v191 = f(f(v188 + v189) + v190);
    const v192 = f(-v2);
    let v193;
    let v194;
    let v195;
    let v196;
    let v197;
    let v198;
    let v199;
    let v200;
    let v201;
    let v202;
    let v203;
    let v204;
    let v205;
    const v206 = a1[0];
    const v207 = a1[1];
    const v208 = a1[0];
    const v209 = a1[1];
    v193 = v206;
    v194 = v207;
    v195 = v208;
    v196 = v209;
    v197 = 0;
    v198 = 0;
    v199 = 0;
    v200 = 0;
    v201 = 0;
    v202 = 0;
    v203 = 0;
    v204 = 0;
    v205 = 0;
    for (let v210 = 0; v210 < 501; v210++) {
      const v211 = f(Math.max(f(Math.max(v193, v194)), -1000));
      const v212 = f(Math.max(-Infinity, v211));
      const v213 = f(Math.exp(f(v193 - (Number.isFinite(v212) ? v212 : 0))));
      const v214 = f(Math.exp(f(v194 - (Number.isFinite(v212) ? v212 : 0))));
      const v215 = f(Math.exp(f(-1000 - (Number.isFinite(v212) ? v212 : 0))));
      const v216 = f(f(v213 + v214) + v215);
      const v217 = (v216 >= 0);
      const v218 = f(Math.max(f(Math.max(v195, v196)), -1000));
      const v219 = ((v195 === v218) ? 1 : 0);
      const v220 = ((v196 === v218) ? 1 : 0);
      const v221 = ((-1000 === v218) ? 1 : 0);
      const v222 = f(f(v219 + v220) + v221);
      const v223 = f(Math.exp(f(v195 - v218)));
      const v224 = f(Math.exp(f(v196 - v218)));
      const v225 = f(Math.exp(f(-1000 - v218)));
      const v226 = f(f(v223 + v224) + v225);
      const v227 = f(1 * f(2 * f(f(v223 / v226) - v184)));
      const v228 = f(1 * f(2 * f(f(v224 / v226) - v185)));
      const v229 = f(1 * f(2 * f(f(v225 / v226) - v186)));
      const v230 = f(f(f(f(v227 * f(1 / f(v226 * v226))) * v223) + f(f(v228 * f(1 / f(v226 * v226))) * v224)) + f(f(v229 * f(1 / f(v226 * v226))) * v225));
      const v231 = f(-v230);
      const v232 = f(f(f(v227 / v226) + v231) * v223);
      const v233 = f(f(f(v228 / v226) + v231) * v224);
      const v234 = f(f(f(v229 / v226) + v231) * v225);
      const v235 = f(f(f(-v232) + f(-v233)) + f(-v234));
      const v236 = f(v235 / v222);
      const v237 = f(v232 + f(v236 * v219));
      const v238 = f(v233 + f(v236 * v220));
      const v239 = f(v234 + f(v236 * v221));
      const v240 = f(v191 / f(Math.abs(v216)));
      const v241 = f((v217 ? v240 : 0) + f(-(v217 ? 0 : v240)));
      const v242 = f(a187[0] + f(v241 * v213));
      const v243 = f(a187[1] + f(v241 * v214));
      const v244 = f(a187[2] + f(v241 * v215));
      const v245 = f(0 + v242);
      const v246 = f(0 + v243);
      const v247 = f(v237 + 0);
      const v248 = f(v238 + 0);
      const v249 = ((f(Math.abs(v245)) === Infinity) ? v245 : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, v245)))));
      const v250 = ((f(Math.abs(v246)) === Infinity) ? v246 : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, v246)))));
      const v251 = ((f(Math.abs(v247)) === Infinity) ? v247 : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, v247)))));
      const v252 = ((f(Math.abs(v248)) === Infinity) ? v248 : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, v248)))));
      const v253 = f(f(0.8999999761581421 * v197) + f(0.10000000149011612 * v249));
      const v254 = f(f(0.8999999761581421 * v198) + f(0.10000000149011612 * v250));
      const v255 = f(f(0.8999999761581421 * v199) + f(0.10000000149011612 * v251));
      const v256 = f(f(0.8999999761581421 * v200) + f(0.10000000149011612 * v252));
      const v257 = f(f(0.9990000128746033 * v201) + f(0.0010000000474974513 * f(v249 * v249)));
      const v258 = f(f(0.9990000128746033 * v202) + f(0.0010000000474974513 * f(v250 * v250)));
      const v259 = f(f(0.9990000128746033 * v203) + f(0.0010000000474974513 * f(v251 * v251)));
      const v260 = f(f(0.9990000128746033 * v204) + f(0.0010000000474974513 * f(v252 * v252)));
      const v261 = (v205 + 1 | 0);
      const v262 = f(v261);
      const v263 = f(f(Math.sqrt(f(v257 / f(-f(Math.expm1(f(v262 * -0.0010005003335835344))))))) + 9.99999993922529e-09);
      const v264 = f(f(Math.sqrt(f(v258 / f(-f(Math.expm1(f(v262 * -0.0010005003335835344))))))) + 9.99999993922529e-09);
      const v265 = f(f(Math.sqrt(f(v259 / f(-f(Math.expm1(f(v262 * -0.0010005003335835344))))))) + 9.99999993922529e-09);
      const v266 = f(f(Math.sqrt(f(v260 / f(-f(Math.expm1(f(v262 * -0.0010005003335835344))))))) + 9.99999993922529e-09);
      const v267 = f(v193 + f(v192 * f(f(v253 / f(-f(Math.expm1(f(v262 * -0.10536051565782628))))) / ((v263 === 0) ? 1 : v263))));
      const v268 = f(v194 + f(v192 * f(f(v254 / f(-f(Math.expm1(f(v262 * -0.10536051565782628))))) / ((v264 === 0) ? 1 : v264))));
      const v269 = f(v195 + f(v192 * f(f(v255 / f(-f(Math.expm1(f(v262 * -0.10536051565782628))))) / ((v265 === 0) ? 1 : v265))));
      const v270 = f(v196 + f(v192 * f(f(v256 / f(-f(Math.expm1(f(v262 * -0.10536051565782628))))) / ((v266 === 0) ? 1 : v266))));
      a165[(v210 * 2) * 2] = v193;
      a165[(v210 * 2) * 2 + 1] = v194;
      a165[(v210 * 2 + 1) * 2] = v195;
      a165[(v210 * 2 + 1) * 2 + 1] = v196;
      v193 = v267;
      v194 = v268;
      v195 = v269;
      v196 = v270;
      v197 = v253;
      v198 = v254;
      v199 = v255;
      v200 = v256;
      v201 = v257;
      v202 = v258;
      v203 = v259;
      v204 = v260;
      v205 = v261;
    }
    a6.set(a165);
  }
  return [];
}

function fill272() {
  for (let v273 = 0; v273 < 501; v273++) {
    a271[v273 * 2] = f(a6[(v273 * 2) * 2 + 1] - a6[(v273 * 2) * 2]);
    a271[v273 * 2 + 1] = f(a6[(v273 * 2 + 1) * 2 + 1] - a6[(v273 * 2 + 1) * 2]);
  }
  return [];
}

function fill275() {
  for (let v276 = 0; v276 < 501; v276++) {
    a274[v276] = f(1 / (1 + Math.exp(-a271[v276 * 2 + 1])));
  }
  return [];
}

function fill278() {
  for (let v279 = 0; v279 < 501; v279++) {
    a277[v279 * 2] = f(1 / (1 + Math.exp(-f(-a271[v279 * 2]))));
    a277[v279 * 2 + 1] = f(1 / (1 + Math.exp(-f(-a271[v279 * 2 + 1]))));
  }
  return [];
}

function fill281() {
  for (let v282 = 0; v282 < 501; v282++) {
    a280[v282 * 2] = f(1.4142135381698608 * f(1 / (1 + Math.exp(-a271[v282 * 2]))));
    a280[v282 * 2 + 1] = f(f(5.656854152679443 * f(1 / (1 + Math.exp(-f(-a271[v282 * 2 + 1]))))) * f(a274[v282] * a274[v282]));
  }
  return [];
}

function fill284() {
  for (let v285 = 0; v285 < 501; v285++) {
    a283[v285 * 2] = (a271[v285 * 2] < -2.1972246170043945);
    a283[v285 * 2 + 1] = (a271[v285 * 2 + 1] < -2.1972246170043945);
  }
  return [];
}

function fill287() {
  for (let v288 = 0; v288 < 2; v288++) {
    let v289 = false;
    for (let v290 = 0; v290 < 501; v290++) {
      v289 = (v289 || (a283[v290 * 2 + v288 % 2] === 1));
    }
    a286[v288] = v289;
  }
  return [];
}

function argmax291() {
  let v292 = (a283[0] === 1);
  let v293 = 0;
  for (let v294 = 0; v294 < 501; v294++) {
    const v295 = (a283[v294 * 2] === 1);
    if (v295 > v292 || (v295 !== v295 && v292 === v292)) { v292 = v295; v293 = v294; }
  }
  return [v293];
}

function argmax296() {
  let v297 = (a283[1] === 1);
  let v298 = 0;
  for (let v299 = 0; v299 < 501; v299++) {
    const v300 = (a283[v299 * 2 + 1] === 1);
    if (v300 > v297 || (v300 !== v300 && v297 === v297)) { v297 = v300; v298 = v299; }
  }
  return [v298];
}

function fill306() {
  for (let v307 = 0; v307 < 501; v307++) {
    a305[v307] = f(v307);
  }
  return [];
}

function argmax315(v313, v314, v309, v310) {
  let v316 = v313;
  let v317 = 0;
  for (let v318 = 0; v318 < 5; v318++) {
    const v319 = (v318 < 1 ? v313 : (v318 < 2 ? v314 : (v318 < 3 ? v309 : (v318 < 4 ? v310 : true))));
    if (v319 > v316 || (v319 !== v319 && v316 === v316)) { v316 = v319; v317 = v318; }
  }
  return [v317];
}

function fill328() {
  for (let v329 = 0; v329 < 501; v329++) {
    a327[v329 * 2] = a6[(v329 * 2) * 2];
    a327[v329 * 2 + 1] = a6[(v329 * 2) * 2 + 1];
  }
  return [];
}

function fill331() {
  for (let v332 = 0; v332 < 51; v332++) {
    a330[v332 * 2] = a6[((v332 * 10) * 2) * 2];
    a330[v332 * 2 + 1] = a6[((v332 * 10) * 2) * 2 + 1];
  }
  return [];
}

function fill334() {
  for (let v335 = 0; v335 < 501; v335++) {
    a333[v335 * 2] = a305[v335];
    a333[v335 * 2 + 1] = a277[v335 * 2];
  }
  return [];
}

function fill337() {
  for (let v338 = 0; v338 < 501; v338++) {
    a336[v338 * 2] = a305[v338];
    a336[v338 * 2 + 1] = a280[v338 * 2];
  }
  return [];
}

function fill340() {
  for (let v341 = 0; v341 < 501; v341++) {
    a339[v341 * 2] = a6[(v341 * 2 + 1) * 2];
    a339[v341 * 2 + 1] = a6[(v341 * 2 + 1) * 2 + 1];
  }
  return [];
}

function fill343() {
  for (let v344 = 0; v344 < 51; v344++) {
    a342[v344 * 2] = a6[((v344 * 10) * 2 + 1) * 2];
    a342[v344 * 2 + 1] = a6[((v344 * 10) * 2 + 1) * 2 + 1];
  }
  return [];
}

function fill346() {
  for (let v347 = 0; v347 < 501; v347++) {
    a345[v347 * 2] = a305[v347];
    a345[v347 * 2 + 1] = a277[v347 * 2 + 1];
  }
  return [];
}

function fill349() {
  for (let v350 = 0; v350 < 501; v350++) {
    a348[v350 * 2] = a305[v350];
    a348[v350 * 2 + 1] = a280[v350 * 2 + 1];
  }
  return [];
}

export function compute(x0, x1, x2) {
  a1.set(x0);
  const v2 = f(x1);
  const v3 = x2;
  const v4 = (Math.min(Math.max(v3, 0), 2) | 0);
  const r5 = kept(choose5, v4, v2, ...a1);
  const r272 = kept(fill272, r5);
  const r275 = kept(fill275, r272);
  const r278 = kept(fill278, r272);
  const r281 = kept(fill281, r272, r275);
  const r284 = kept(fill284, r272);
  const r287 = kept(fill287, r284);
  const r291 = kept(argmax291, r284);
  const [v293] = r291;
  const r296 = kept(argmax296, r284);
  const [v298] = r296;
  const v301 = ((a286[0] === 1) ? f(v293) : Infinity);
  const v302 = ((a286[1] === 1) ? f(v298) : Infinity);
  const v303 = f(Math.cosh(f(a271[0] / 2)));
  const v304 = f(v303 * v303);
  const r306 = kept(fill306);
  const v308 = (((v304 >= 1000) ? 1 : 0) + ((v304 >= 1000000) ? 1 : 0) | 0);
  const v309 = Number.isFinite(v301);
  const v310 = Number.isFinite(v302);
  const v311 = f(a1[1] - a1[0]);
  const v312 = (v3 === 0);
  const v313 = (v301 === 0);
  const v314 = (v309 && v310);
  const r315 = kept(argmax315, v313, v314, v309, v310);
  const [v317] = r315;
  const v320 = f(Math.max(v301, v302));
  const v321 = f(v304 / f(power(1000, v308)));
  const v322 = ((v312 && (v311 > 0)) && (v304 > 1000000));
  const v323 = ((v312 && (v311 >= 4)) && (v320 <= 200));
  const v324 = ((v311 >= 10) && (v302 < v301));
  a325[0] = a1[0];
  a325[1] = a1[1];
  a326[0] = a1[0];
  a326[1] = a1[1];
  const r328 = kept(fill328, r5);
  const r331 = kept(fill331, r5);
  const r334 = kept(fill334, r306, r278);
  const r337 = kept(fill337, r306, r281);
  const r340 = kept(fill340, r5);
  const r343 = kept(fill343, r5);
  const r346 = kept(fill346, r306, r278);
  const r349 = kept(fill349, r306, r281);
  a351[0] = v301;
  a351[1] = v302;
  a352[0] = v322;
  a352[1] = v323;
  a352[2] = v324;
  return [a325, a326, a327, a330, a333, a336, a339, a342, a345, a348, v317, v321, a351, v308, a352];
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

// x to the power y, as C has it: 1 to any power is 1.
function power(x, y) {
  return x === 1 ? 1 : x ** y;
}
