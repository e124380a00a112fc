// level: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: b1ed7103a6bf89b0
const f = Math.fround;
const a4 = new Float32Array(301);
const a5 = new Float32Array(301);
const a6 = new Float32Array(301);
const a7 = new Float32Array(301);
const a31 = new Float32Array(602);
const a32 = new Float32Array(602);
const a33 = new Float32Array(301);
const a34 = new Float32Array(301);
const a80 = new Float32Array(301);
const a83 = new Float32Array(301);
const a86 = new Float32Array(602);
const a89 = new Float32Array(301);
const a92 = new Float32Array(301);
const a95 = new Float32Array(301);
const a98 = new Float32Array(602);
const a101 = new Float32Array(301);
const a104 = new Float32Array(301);
const a107 = new Float32Array(301);
const a110 = new Float32Array(301);
const a113 = new Float32Array(602);
const a116 = new Float32Array(301);
const a119 = new Float32Array(301);
const a122 = new Float32Array(301);
const a125 = new Float32Array(602);
const a128 = new Float32Array(301);
const a131 = new Uint8Array(301);
const a134 = new Uint8Array(301);
const a142 = new Uint8Array(301);
const a145 = new Uint8Array(301);
const a148 = new Float32Array(602);
const a168 = new Float32Array(199);
const a171 = new Float32Array(200);
const a174 = new Float32Array(200);
const a177 = new Uint8Array(301);
const a180 = new Uint8Array(301);
const a185 = new Float32Array(120);
const a188 = new Float32Array(121);
const a191 = new Float32Array(121);
const a194 = new Uint8Array(301);
const a197 = new Float32Array(301);
const a246 = new Float32Array(800);
const a249 = new Float32Array(400);
const a252 = new Float32Array(602);
const a255 = new Float32Array(242);
const a258 = new Float32Array(602);
const a261 = new Float32Array(602);
const a264 = new Float32Array(602);
const a271 = new Float32Array(2);
const a272 = new Float32Array(242);
const a275 = new Float32Array(602);
const a278 = new Float32Array(2);
const a279 = new Float32Array(2);
const a280 = new Float32Array(2);
const a281 = new Float32Array(2);
const a282 = new Float32Array(2);
const a283 = new Uint8Array(2);

function scan8(v2, v1) {
  const v9 = f(v2 * v2);
  const v10 = f(v9 / 2);
  const v11 = f(-v2);
  let v12;
  let v13;
  v12 = -1.5;
  v13 = -1.5;
  for (let v14 = 0; v14 < 301; v14++) {
    const v15 = (v14 < 300);
    const v16 = f(Math.exp(f(-v12)));
    const v17 = f(f(v16 + v12) - 1);
    const v18 = (f(v17 - v1) >= 0);
    const v19 = f((v18 ? 1 : 0) + f(-(v18 ? 0 : 1)));
    const v20 = f(Math.exp(f(-v13)));
    const v21 = f(f(v20 + v13) - 1);
    const v22 = f(1 + f(-f(1 * v20)));
    const v23 = f(v22 * v22);
    const v24 = f(0 + v23);
    const v25 = ((v24 > 0) ? v24 : 1);
    const v26 = f(f(v21 - v1) / v25);
    const v27 = f(0 + f(-f(1 * f(f(-v22) * v20))));
    const v28 = f(v22 * v27);
    const v29 = (v15 ? f(v12 - f(v2 * f(v19 + f(-f(v19 * v16))))) : v12);
    const v30 = (v15 ? f(f(v13 + f(f(-f(Math.min(v2, f(Math.max(v11, v26))))) * v22)) + f(f(-((f(Math.abs(v26)) < v2) ? v10 : 0)) * f(v27 + f(f(-f(f(0 + v28) / v25)) * v22)))) : v13);
    a4[v14] = v12;
    a5[v14] = v13;
    a6[v14] = v17;
    a7[v14] = v21;
    v12 = v29;
    v13 = v30;
  }
  return [v12, v13];
}

function scan35(v2, x0, v1) {
  const v36 = f(v2 * v2);
  const v37 = f(v36 / 2);
  const v38 = f(-v2);
  let v39;
  let v40;
  let v41;
  let v42;
  const v43 = x0[0];
  const v44 = x0[1];
  const v45 = x0[0];
  const v46 = x0[1];
  v39 = v43;
  v40 = v44;
  v41 = v45;
  v42 = v46;
  for (let v47 = 0; v47 < 301; v47++) {
    const v48 = (v47 < 300);
    const v49 = f(1 + f(v39 * v39));
    const v50 = f(v40 * v40);
    const v51 = f(f(v49 * v50) / 2);
    const v52 = (f(v51 - v1) >= 0);
    const v53 = f(f((v52 ? 1 : 0) + f(-(v52 ? 0 : 1))) / 2);
    const v54 = f(f(v49 * v53) * f(2 * v40));
    const v55 = f(f(v53 * v50) * f(2 * v39));
    const v56 = f(2 * v41);
    const v57 = f(1 + f(v41 * v41));
    const v58 = f(v42 * v42);
    const v59 = f(2 * v42);
    const v60 = f(f(v57 * v58) / 2);
    const v61 = f(v57 * 0.5);
    const v62 = f(0.5 * v58);
    const v63 = f(v61 * v59);
    const v64 = f(v62 * v56);
    const v65 = f(0 + v64);
    const v66 = f(v63 + 0);
    const v67 = f(f(v65 * v65) + f(v66 * v66));
    const v68 = f(0 + v67);
    const v69 = ((v68 > 0) ? v68 : 1);
    const v70 = f(f(v60 - v1) / v69);
    const v71 = f(f(f(f(v65 * v56) * 0.5) * v59) + f(v61 * f(2 * v66)));
    const v72 = f(f(f(0.5 * f(v66 * v59)) * v56) + f(v62 * f(2 * v65)));
    const v73 = f(0 + v72);
    const v74 = f(v71 + 0);
    const v75 = f(f(v65 * v73) + f(v66 * v74));
    const v76 = (v48 ? f(v39 - f(v2 * f(0 + v55))) : v39);
    const v77 = (v48 ? f(v40 - f(v2 * f(v54 + 0))) : v40);
    const v78 = (v48 ? f(f(v41 + f(f(-f(Math.min(v2, f(Math.max(v38, v70))))) * v65)) + f(f(-((f(Math.abs(v70)) < v2) ? v37 : 0)) * f(v73 + f(f(-f(f(0 + v75) / v69)) * v65)))) : v41);
    const v79 = (v48 ? f(f(v42 + f(f(-f(Math.min(v2, f(Math.max(v38, v70))))) * v66)) + f(f(-((f(Math.abs(v70)) < v2) ? v37 : 0)) * f(v74 + f(f(-f(f(0 + v75) / v69)) * v66)))) : v42);
    a31[v47 * 2] = v39;
    a31[v47 * 2 + 1] = v40;
    a32[v47 * 2] = v41;
    a32[v47 * 2 + 1] = v42;
    a33[v47] = v51;
    a34[v47] = v60;
    v39 = v76;
    v40 = v77;
    v41 = v78;
    v42 = v79;
  }
  return [v39, v40, v41, v42];
}

function fill81() {
  for (let v82 = 0; v82 < 301; v82++) {
    a80[v82] = f(f(f(1 + f(a31[v82 * 2] * a31[v82 * 2])) * 0.5) * f(2 * a31[v82 * 2 + 1]));
  }
}

function fill84() {
  for (let v85 = 0; v85 < 301; v85++) {
    a83[v85] = f(f(0.5 * f(a31[v85 * 2 + 1] * a31[v85 * 2 + 1])) * f(2 * a31[v85 * 2]));
  }
}

function fill87() {
  for (let v88 = 0; v88 < 301; v88++) {
    a86[v88 * 2] = f(0 + (v88 >= 0 && v88 < 301 ? a83[v88] : 0));
    a86[v88 * 2 + 1] = f((v88 >= 0 && v88 < 301 ? a80[v88] : 0) + 0);
  }
}

function fill90() {
  for (let v91 = 0; v91 < 301; v91++) {
    a89[v91] = f(Math.max(f(Math.abs(a86[v91 * 2])), f(Math.abs(a86[v91 * 2 + 1]))));
  }
}

function fill93() {
  for (let v94 = 0; v94 < 301; v94++) {
    a92[v94] = f(Math.max(0, f(Math.max(0, a89[v94]))));
  }
}

function fill96() {
  for (let v97 = 0; v97 < 301; v97++) {
    a95[v97] = (((a92[v97] > 0) && (a92[v97] < Infinity)) ? a92[v97] : 1);
  }
}

function fill99() {
  for (let v100 = 0; v100 < 301; v100++) {
    a98[v100 * 2] = f(a86[v100 * 2] / a95[v100]);
    a98[v100 * 2 + 1] = f(a86[v100 * 2 + 1] / a95[v100]);
  }
}

function fill102() {
  for (let v103 = 0; v103 < 301; v103++) {
    a101[v103] = f(f(a98[v103 * 2] * a98[v103 * 2]) + f(a98[v103 * 2 + 1] * a98[v103 * 2 + 1]));
  }
}

function fill105() {
  for (let v106 = 0; v106 < 301; v106++) {
    a104[v106] = f(a95[v106] * f(Math.sqrt(f(0 + a101[v106]))));
  }
}

function fill108() {
  for (let v109 = 0; v109 < 301; v109++) {
    a107[v109] = f(f(f(1 + f(a32[v109 * 2] * a32[v109 * 2])) * 0.5) * f(2 * a32[v109 * 2 + 1]));
  }
}

function fill111() {
  for (let v112 = 0; v112 < 301; v112++) {
    a110[v112] = f(f(0.5 * f(a32[v112 * 2 + 1] * a32[v112 * 2 + 1])) * f(2 * a32[v112 * 2]));
  }
}

function fill114() {
  for (let v115 = 0; v115 < 301; v115++) {
    a113[v115 * 2] = f(0 + (v115 >= 0 && v115 < 301 ? a110[v115] : 0));
    a113[v115 * 2 + 1] = f((v115 >= 0 && v115 < 301 ? a107[v115] : 0) + 0);
  }
}

function fill117() {
  for (let v118 = 0; v118 < 301; v118++) {
    a116[v118] = f(Math.max(f(Math.abs(a113[v118 * 2])), f(Math.abs(a113[v118 * 2 + 1]))));
  }
}

function fill120() {
  for (let v121 = 0; v121 < 301; v121++) {
    a119[v121] = f(Math.max(0, f(Math.max(0, a116[v121]))));
  }
}

function fill123() {
  for (let v124 = 0; v124 < 301; v124++) {
    a122[v124] = (((a119[v124] > 0) && (a119[v124] < Infinity)) ? a119[v124] : 1);
  }
}

function fill126() {
  for (let v127 = 0; v127 < 301; v127++) {
    a125[v127 * 2] = f(a113[v127 * 2] / a122[v127]);
    a125[v127 * 2 + 1] = f(a113[v127 * 2 + 1] / a122[v127]);
  }
}

function fill129() {
  for (let v130 = 0; v130 < 301; v130++) {
    a128[v130] = f(f(a125[v130 * 2] * a125[v130 * 2]) + f(a125[v130 * 2 + 1] * a125[v130 * 2 + 1]));
  }
}

function fill132(v3) {
  for (let v133 = 0; v133 < 301; v133++) {
    a131[v133] = (v133 <= v3);
  }
}

function fill135(v1) {
  for (let v136 = 0; v136 < 301; v136++) {
    a134[v136] = ((a131[v136] === 1) && (a33[v136] < v1));
  }
}

function argmax137() {
  let v138 = (a134[0] === 1);
  let v139 = 0;
  for (let v140 = 0; v140 < 301; v140++) {
    const v141 = (a134[v140] === 1);
    if (v141 > v138 || (v141 !== v141 && v138 === v138)) { v138 = v141; v139 = v140; }
  }
  return [v139];
}

function fill143(v139) {
  for (let v144 = 0; v144 < 301; v144++) {
    a142[v144] = (((a131[v144] === 1) && (v139 <= v144)) && (v144 < (v139 + 20 | 0)));
  }
}

function fill146(v3) {
  for (let v147 = 0; v147 < 301; v147++) {
    a145[v147] = ((a131[v147] === 1) && ((v3 - 20 | 0) < v147));
  }
}

function fill149() {
  for (let v150 = 0; v150 < 301; v150++) {
    a148[v150 * 2] = f(Math.abs(a31[v150 * 2]));
    a148[v150 * 2 + 1] = f(Math.abs(a31[v150 * 2 + 1]));
  }
}

function sum151() {
  let v152 = 0;
  for (let v153 = 0; v153 < 301; v153++) {
    v152 = f(v152 + ((a142[v153] === 1) ? a148[v153 * 2] : 0));
  }
  return [v152];
}

function sum154() {
  let v155 = 0;
  for (let v156 = 0; v156 < 301; v156++) {
    v155 = (v155 + ((a142[v156] === 1) ? 1 : 0) | 0);
  }
  return [v155];
}

function sum157() {
  let v158 = 0;
  for (let v159 = 0; v159 < 301; v159++) {
    v158 = f(v158 + ((a145[v159] === 1) ? a148[v159 * 2] : 0));
  }
  return [v158];
}

function sum160() {
  let v161 = 0;
  for (let v162 = 0; v162 < 301; v162++) {
    v161 = (v161 + ((a145[v162] === 1) ? 1 : 0) | 0);
  }
  return [v161];
}

function fill169() {
  for (let v170 = 0; v170 < 199; v170++) {
    a168[v170] = f(v170 / 199);
  }
}

function fill172() {
  for (let v173 = 0; v173 < 200; v173++) {
    a171[v173] = (v173 < 199 ? f(f(-1.7000000476837158 * f(1 - a168[v173])) + f(3.200000047683716 * a168[v173])) : 3.200000047683716);
  }
}

function fill175() {
  for (let v176 = 0; v176 < 200; v176++) {
    a174[v176] = f(f(f(Math.exp(f(-a171[v176]))) + a171[v176]) - 1);
  }
}

function fill178(v3) {
  for (let v179 = 0; v179 < 301; v179++) {
    a177[v179] = (v179 <= v3);
  }
}

function fill181(v3) {
  for (let v182 = 0; v182 < 301; v182++) {
    a180[v182] = (((v3 - 12 | 0) <= v182) && (a177[v182] === 1));
  }
}

function fill186() {
  for (let v187 = 0; v187 < 120; v187++) {
    a185[v187] = f(v187 / 120);
  }
}

function fill189() {
  for (let v190 = 0; v190 < 121; v190++) {
    a188[v190] = (v190 < 120 ? f(f(-0.5 * f(1 - a185[v190])) + f(2.5 * a185[v190])) : 2.5);
  }
}

function fill192(v1) {
  for (let v193 = 0; v193 < 121; v193++) {
    a191[v193] = f(Math.sqrt(f(v1 / f(f(f(1 + f(a188[v193] * a188[v193])) * f(1 * 1)) / 2))));
  }
}

function fill195() {
  for (let v196 = 0; v196 < 301; v196++) {
    a194[v196] = ((v196 >= 0) && (a177[v196] === 1));
  }
}

function fill198() {
  for (let v199 = 0; v199 < 301; v199++) {
    a197[v199] = f(v199);
  }
}

function sum202() {
  let v203 = 0;
  for (let v204 = 0; v204 < 301; v204++) {
    v203 = f(v203 + ((a145[v204] === 1) ? a4[v204] : 0));
  }
  return [v203];
}

function sum226() {
  let v227 = 0;
  for (let v228 = 0; v228 < 301; v228++) {
    v227 = f(v227 + ((a145[v228] === 1) ? a104[v228] : 0));
  }
  return [v227];
}

function or229() {
  let v230 = false;
  for (let v231 = 0; v231 < 301; v231++) {
    v230 = (v230 || (a134[v231] === 1));
  }
  return [v230];
}

function max232() {
  let v233 = -Infinity;
  for (let v234 = 0; v234 < 301; v234++) {
    v233 = f(Math.max(v233, ((a131[v234] === 1) ? a148[v234 * 2] : 0)));
    v233 = f(Math.max(v233, ((a131[v234] === 1) ? a148[v234 * 2 + 1] : 0)));
  }
  return [v233];
}

function argmax241(v235, v236, v237, v238, v239, v240) {
  let v242 = v235;
  let v243 = 0;
  for (let v244 = 0; v244 < 7; v244++) {
    const v245 = (v244 < 1 ? v235 : (v244 < 2 ? v236 : (v244 < 3 ? v237 : (v244 < 4 ? v238 : (v244 < 5 ? v239 : (v244 < 6 ? v240 : true))))));
    if (v245 > v242 || (v245 !== v245 && v242 === v242)) { v242 = v245; v243 = v244; }
  }
  return [v243];
}

function fill247(v1) {
  for (let v248 = 0; v248 < 400; v248++) {
    a246[v248 * 2] = (v248 < 200 ? a171[v248] : a171[(v248 - 200) * -1 + 199]);
    a246[v248 * 2 + 1] = (v248 < 200 ? a174[v248] : f(Math.max(a174[(v248 - 200) * -1 + 199], v1)));
  }
}

function fill250(v1) {
  for (let v251 = 0; v251 < 200; v251++) {
    a249[v251 * 2] = a171[v251];
    a249[v251 * 2 + 1] = f(f(Math.abs(f(a174[v251] - v1))) + v1);
  }
}

function fill253() {
  for (let v254 = 0; v254 < 301; v254++) {
    a252[v254 * 2] = ((a180[v254] === 1) ? a4[v254] : NaN);
    a252[v254 * 2 + 1] = ((a180[v254] === 1) ? a6[v254] : NaN);
  }
}

function fill256() {
  for (let v257 = 0; v257 < 121; v257++) {
    a255[v257 * 2] = a188[v257];
    a255[v257 * 2 + 1] = f(-a191[v257]);
  }
}

function fill259() {
  for (let v260 = 0; v260 < 301; v260++) {
    a258[v260 * 2] = ((a194[v260] === 1) ? a31[v260 * 2] : NaN);
    a258[v260 * 2 + 1] = ((a194[v260] === 1) ? a31[v260 * 2 + 1] : NaN);
  }
}

function fill262() {
  for (let v263 = 0; v263 < 301; v263++) {
    a261[v263 * 2] = ((a194[v263] === 1) ? a32[v263 * 2] : NaN);
    a261[v263 * 2 + 1] = ((a194[v263] === 1) ? a32[v263 * 2 + 1] : NaN);
  }
}

function fill265() {
  for (let v266 = 0; v266 < 301; v266++) {
    a264[v266 * 2] = a197[v266];
    a264[v266 * 2 + 1] = f(a122[v266] * f(Math.sqrt(f(0 + a128[v266]))));
  }
}

function fill273() {
  for (let v274 = 0; v274 < 121; v274++) {
    a272[v274 * 2] = a188[v274];
    a272[v274 * 2 + 1] = a191[v274];
  }
}

function fill276() {
  for (let v277 = 0; v277 < 301; v277++) {
    a275[v277 * 2] = a197[v277];
    a275[v277 * 2 + 1] = a104[v277];
  }
}

export function compute(x0, x1, x2, x3) {
  const v1 = f(x1);
  const v2 = f(x2);
  const v3 = x3;
  const [v12, v13] = scan8(v2, v1);
  const [v39, v40, v41, v42] = scan35(v2, x0, v1);
  fill81();
  fill84();
  fill87();
  fill90();
  fill93();
  fill96();
  fill99();
  fill102();
  fill105();
  fill108();
  fill111();
  fill114();
  fill117();
  fill120();
  fill123();
  fill126();
  fill129();
  fill132(v3);
  fill135(v1);
  const [v139] = argmax137();
  fill143(v139);
  fill146(v3);
  fill149();
  const [v152] = sum151();
  const [v155] = sum154();
  const [v158] = sum157();
  const [v161] = sum160();
  const v163 = f(v161);
  const v164 = f(v152 / f(v155));
  const v165 = f(v158 / v163);
  const v166 = f(Math.sqrt(f(v1 / f(f(f(1 + f(v164 * v164)) * f(1 * 1)) / 2))));
  const v167 = f(Math.sqrt(f(v1 / f(f(f(1 + f(v165 * v165)) * f(1 * 1)) / 2))));
  fill169();
  fill172();
  fill175();
  fill178(v3);
  fill181(v3);
  const v183 = ((v3 < 0) ? (v3 + 301 | 0) : v3);
  const v184 = Math.min(Math.max(v183, 0), 300);
  fill186();
  fill189();
  fill192(v1);
  fill195();
  fill198();
  const v200 = Math.min(Math.max(v183, 0), 300);
  const v201 = Math.min(Math.max(v183, 0), 300);
  const [v203] = sum202();
  const v205 = f(v203 / v163);
  const v206 = f(f(f(1 + f(v164 * v164)) * 0.5) * f(2 * v166));
  const v207 = f(f(f(1 + f(v165 * v165)) * 0.5) * f(2 * v167));
  const v208 = f(f(0.5 * f(v166 * v166)) * f(2 * v164));
  const v209 = f(f(0.5 * f(v167 * v167)) * f(2 * v165));
  const v210 = f(0 + v208);
  const v211 = f(v206 + 0);
  const v212 = f(0 + v209);
  const v213 = f(v207 + 0);
  const v214 = f(Math.max(f(Math.abs(v210)), f(Math.abs(v211))));
  const v215 = f(Math.max(f(Math.abs(v212)), f(Math.abs(v213))));
  const v216 = f(Math.max(0, f(Math.max(0, v214))));
  const v217 = f(Math.max(0, f(Math.max(0, v215))));
  const v218 = (((v216 > 0) && (v216 < Infinity)) ? v216 : 1);
  const v219 = (((v217 > 0) && (v217 < Infinity)) ? v217 : 1);
  const v220 = f(v210 / v218);
  const v221 = f(v211 / v218);
  const v222 = f(v212 / v219);
  const v223 = f(v213 / v219);
  const v224 = f(f(v220 * v220) + f(v221 * v221));
  const v225 = f(f(v222 * v222) + f(v223 * v223));
  const [v227] = sum226();
  const [v230] = or229();
  const [v233] = max232();
  const v235 = (!(v233 < 10));
  const v236 = (v1 === 0);
  const v237 = (!v230);
  const v238 = (f(v227 / v163) < 0.0010000000474974513);
  const v239 = (v164 < 0.20000000298023224);
  const v240 = (v165 < f(0.8999999761581421 * v164));
  const [v243] = argmax241(v235, v236, v237, v238, v239, v240);
  fill247(v1);
  fill250(v1);
  fill253();
  fill256();
  fill259();
  fill262();
  fill265();
  const v267 = f(v218 * f(Math.sqrt(f(0 + v224))));
  const v268 = f(v219 * f(Math.sqrt(f(0 + v225))));
  const v269 = (((v243 === 5) && ((x0[0] >= 1.5) && (v164 >= 1))) && ((v3 <= 150) && (v165 <= 0.10000000149011612)));
  const v270 = ((v1 >= 0.10000000149011612) && (v205 > 0.20000000298023224));
  a271[0] = a4[v184];
  a271[1] = a6[v184];
  fill273();
  fill276();
  a278[0] = a31[v200 * 2];
  a278[1] = a31[v200 * 2 + 1];
  a279[0] = a197[v201];
  a279[1] = a104[v201];
  a280[0] = a31[0];
  a280[1] = a31[1];
  a281[0] = v267;
  a281[1] = v268;
  a282[0] = v164;
  a282[1] = v165;
  a283[0] = v269;
  a283[1] = v270;
  return [a246, a249, a252, a271, a272, a255, a258, a261, a275, a264, a278, a279, a280, v243, v1, a281, v205, a282, a283];
}
