// multiplier: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: 95906680135359e4
const f = Math.fround;
const a1 = new Float32Array(2);
const a17 = new Float32Array(1002);
const a18 = new Float32Array(501);
const a19 = new Float32Array(1002);
const a70 = new Float32Array(1000);
const a73 = new Float32Array(6002);
const c76 = Float32Array.of(0, 0.16666667, 0.33333334, 0.5, 0.6666667, 0.8333334);
const a98 = new Float32Array(3001);
const a101 = new Float32Array(3001);
const a104 = new Float32Array(3001);
const a107 = new Float32Array(3001);
const a110 = new Uint8Array(3001);
const a113 = new Float32Array(9003);
const a117 = new Float32Array(3001);
const a120 = new Float32Array(3001);
const a123 = new Float32Array(6002);
const a126 = new Float32Array(100);
const a129 = new Float32Array(101);
const a132 = new Float32Array(101);
const a135 = new Float32Array(101);
const a138 = new Float32Array(101);
const a148 = new Float32Array(2);
const a153 = new Float32Array(2);
const a173 = new Float32Array(202);
const a176 = new Float32Array(1002);
const a183 = new Float32Array(2);
const a184 = new Float32Array(2);
const a185 = new Float32Array(1002);
const a188 = new Float32Array(2);
const a189 = new Float32Array(2);
const a190 = new Float32Array(2);
const a191 = new Float32Array(2);
const a192 = new Float32Array(2);
const a193 = new Float32Array(2);
const a194 = new Uint8Array(3);

function scan5(v4) {
  let v6;
  let v7;
  v6 = 0;
  v7 = 1;
  for (let v8 = 0; v8 < 60; v8++) {
    const v9 = f(f(v6 + v7) / 2);
    const v10 = f(1 - v9);
    const v11 = f(v9 * v10);
    const v12 = f(v11 * f(v4 - f(0 * v11)));
    const v13 = (f(f(v10 * v10) + v12) > 0.5);
    const v14 = (v13 ? v9 : v6);
    const v15 = (v13 ? v7 : v9);
    v6 = v14;
    v7 = v15;
  }
  return [v6, v7];
}

function scan20(v4, v2, v3) {
  let v21;
  let v22;
  let v23;
  const v24 = a1[0];
  const v25 = a1[1];
  v21 = v24;
  v22 = 0.30000001192092896;
  v23 = v25;
  for (let v26 = 0; v26 < 501; v26++) {
    const v27 = f(1.5707963705062866 * v21);
    const v28 = f(Math.sin(v27));
    const v29 = f(Math.cos(v27));
    const v30 = f(v28 * v29);
    const v31 = f(v4 - f(0 * f(v30 * v30)));
    const v32 = (v31 <= 0);
    const v33 = f(Math.sqrt((v32 ? 1 : v31)));
    const v34 = (v32 ? 0 : v33);
    const v35 = f(v28 * v28);
    const v36 = f(v30 * v34);
    const v37 = f(f(v36 * v36) + f(v22 * v22));
    const v38 = f(1 - v35);
    const v39 = f(f(v35 * v35) + v37);
    const v40 = f(f(v38 * v38) + v37);
    const v41 = f(v40 - 0.5);
    const v42 = f(2 * v28);
    const v43 = f(2 * v30);
    const v44 = f(0.5 / v33);
    const v45 = f(2 * v36);
    const v46 = f(2 * v22);
    const v47 = f(2 * v35);
    const v48 = f(2 * v38);
    const v49 = f(f(v23 + f(v2 * v41)) * 1);
    const v50 = f(v49 + 0);
    const v51 = f(v50 * v46);
    const v52 = f(v50 * v45);
    const v53 = f(f(-f(v49 * v48)) + f(0 * v47));
    const v54 = f(f(0 + 0) + v53);
    const v55 = f(f(0 + v52) + 0);
    const v56 = f(f(v51 + 0) + 0);
    const v57 = f(f(v55 * v34) + f(f(0 * f(-(v32 ? 0 : f((v32 ? 0 : f(v30 * v55)) * v44)))) * v43));
    const v58 = f(1.5707963705062866 * f(f(f(f(-f(v28 * v57)) * v28) + f(f(v57 * v29) * v29)) + f(f(v54 * v42) * v29)));
    const v59 = f(1 * v46);
    const v60 = f(1 * v45);
    const v61 = f(f(-f(0 * v48)) + f(1 * v47));
    const v62 = f(f(0 + 0) + v61);
    const v63 = f(f(0 + v60) + 0);
    const v64 = f(f(v59 + 0) + 0);
    const v65 = f(f(v63 * v34) + f(f(0 * f(-(v32 ? 0 : f((v32 ? 0 : f(v30 * v63)) * v44)))) * v43));
    const v66 = f(1.5707963705062866 * f(f(f(f(-f(v28 * v65)) * v28) + f(f(v65 * v29) * v29)) + f(f(v62 * v42) * v29)));
    const v67 = f(v21 + f(-0.019999999552965164 * f(f(f(0 + v58) + 0) + v66)));
    const v68 = f(v22 + f(-0.019999999552965164 * f(f(f(v56 + 0) + v64) + 0)));
    const v69 = f(v23 + f(v3 * v41));
    a17[v26 * 2] = v21;
    a17[v26 * 2 + 1] = v22;
    a18[v26] = v23;
    a19[v26 * 2] = v39;
    a19[v26 * 2 + 1] = v40;
    v21 = v67;
    v22 = v68;
    v23 = v69;
  }
  return [v21, v22, v23];
}

function fill71() {
  for (let v72 = 0; v72 < 500; v72++) {
    a70[v72 * 2] = f(a17[(v72 + 1) * 2] - a17[v72 * 2]);
    a70[v72 * 2 + 1] = f(a17[(v72 + 1) * 2 + 1] - a17[v72 * 2 + 1]);
  }
  return [];
}

function fill74() {
  for (let v75 = 0; v75 < 3001; v75++) {
    a73[v75 * 2] = (v75 < 3000 ? f(a17[((((((v75 * 2) / 2 | 0)) / 6 | 0)) % 500) * 2 + (v75 * 2) % 2] + f(c76[(((v75 * 2) / 2 | 0)) % 6] * a70[((((((v75 * 2) / 2 | 0)) / 6 | 0)) % 500) * 2 + (v75 * 2) % 2])) : a17[(v75 - 3000 + 500) * 2]);
    a73[v75 * 2 + 1] = (v75 < 3000 ? f(a17[((((((v75 * 2 + 1) / 2 | 0)) / 6 | 0)) % 500) * 2 + (v75 * 2 + 1) % 2] + f(c76[(((v75 * 2 + 1) / 2 | 0)) % 6] * a70[((((((v75 * 2 + 1) / 2 | 0)) / 6 | 0)) % 500) * 2 + (v75 * 2 + 1) % 2])) : a17[(v75 - 3000 + 500) * 2 + 1]);
  }
  return [];
}

function fill99() {
  for (let v100 = 0; v100 < 3001; v100++) {
    a98[v100] = f(1.5707963705062866 * a73[v100 * 2]);
  }
  return [];
}

function fill102() {
  for (let v103 = 0; v103 < 3001; v103++) {
    a101[v103] = f(Math.sin(a98[v103]));
  }
  return [];
}

function fill105() {
  for (let v106 = 0; v106 < 3001; v106++) {
    a104[v106] = f(a101[v106] * f(Math.cos(a98[v106])));
  }
  return [];
}

function fill108(v4) {
  for (let v109 = 0; v109 < 3001; v109++) {
    a107[v109] = f(v4 - f(0 * f(a104[v109] * a104[v109])));
  }
  return [];
}

function fill111() {
  for (let v112 = 0; v112 < 3001; v112++) {
    a110[v112] = (a107[v112] <= 0);
  }
  return [];
}

function fill114() {
  for (let v115 = 0; v115 < 3; v115++) {
    for (let v116 = 0; v116 < 3001; v116++) {
      a113[v115 * 3001 + v116] = (v115 < 1 ? f(a101[v116] * a101[v116]) : (v115 < 2 ? f(a104[v116] * ((a110[v116] === 1) ? 0 : f(Math.sqrt(((a110[v116] === 1) ? 1 : a107[v116]))))) : a73[v116 * 2 + 1]));
    }
  }
  return [];
}

function fill118() {
  for (let v119 = 0; v119 < 3001; v119++) {
    a117[v119] = f(f(a113[3001 + v119] * a113[3001 + v119]) + f(a113[6002 + v119] * a113[6002 + v119]));
  }
  return [];
}

function fill121() {
  for (let v122 = 0; v122 < 3001; v122++) {
    a120[v122] = f(1 - a113[v122]);
  }
  return [];
}

function fill124() {
  for (let v125 = 0; v125 < 3001; v125++) {
    a123[v125 * 2] = f(f(a113[v125] * a113[v125]) + a117[v125]);
    a123[v125 * 2 + 1] = f(f(a120[v125] * a120[v125]) + a117[v125]);
  }
  return [];
}

function fill127() {
  for (let v128 = 0; v128 < 100; v128++) {
    a126[v128] = f(v128 / 100);
  }
  return [];
}

function fill130() {
  for (let v131 = 0; v131 < 101; v131++) {
    a129[v131] = (v131 < 100 ? f(f(0 * f(1 - a126[v131])) + f(1 * a126[v131])) : 1);
  }
  return [];
}

function fill133() {
  for (let v134 = 0; v134 < 101; v134++) {
    a132[v134] = f(1 - a129[v134]);
  }
  return [];
}

function fill136() {
  for (let v137 = 0; v137 < 101; v137++) {
    a135[v137] = f(a129[v137] * a132[v137]);
  }
  return [];
}

function fill139(v4) {
  for (let v140 = 0; v140 < 101; v140++) {
    a138[v140] = f(a135[v140] * f(v4 - f(0 * a135[v140])));
  }
  return [];
}

function fill149() {
  for (let v150 = 0; v150 < 2; v150++) {
    let v151 = -Infinity;
    for (let v152 = 0; v152 < 50; v152++) {
      v151 = f(Math.max(v151, f(Math.abs(f(a19[(v152 + 451) * 2 + v150 % 2] - a153[v150 % 2])))));
    }
    a148[v150] = v151;
  }
  return [];
}

function argmax167(v154, v158, v166, v159) {
  let v168 = v154;
  let v169 = 0;
  for (let v170 = 0; v170 < 5; v170++) {
    const v171 = (v170 < 1 ? v154 : (v170 < 2 ? v158 : (v170 < 3 ? v166 : (v170 < 4 ? v159 : true))));
    if (v171 > v168 || (v171 !== v171 && v168 === v168)) { v168 = v171; v169 = v170; }
  }
  return [v169];
}

function fill174() {
  for (let v175 = 0; v175 < 101; v175++) {
    a173[v175 * 2] = f(f(a129[v175] * a129[v175]) + a138[v175]);
    a173[v175 * 2 + 1] = f(f(a132[v175] * a132[v175]) + a138[v175]);
  }
  return [];
}

function fill177() {
  for (let v178 = 0; v178 < 501; v178++) {
    a176[v178 * 2] = f(v178);
    a176[v178 * 2 + 1] = a19[v178 * 2 + 1];
  }
  return [];
}

function fill186() {
  for (let v187 = 0; v187 < 501; v187++) {
    a185[v187 * 2] = a17[v187 * 2];
    a185[v187 * 2 + 1] = a18[v187];
  }
  return [];
}

export function compute(x0, x1, x2, x3) {
  a1.set(x0);
  const v2 = f(x1);
  const v3 = f(x2);
  const v4 = f(x3);
  const r5 = kept(scan5, v4);
  const [v6, v7] = r5;
  const v16 = (true ? f(f(v6 + v7) / 2) : NaN);
  const r20 = kept(scan20, v4, v2, v3, ...a1);
  const [v21, v22, v23] = r20;
  const r71 = kept(fill71, r20);
  const r74 = kept(fill74, r20, r71);
  const v77 = f(1 * v16);
  const v78 = f(1 - v77);
  const v79 = f(v77 * v78);
  const v80 = f(f(1 * v78) + f(v77 * -1));
  const v81 = f(v4 - f(0 * v79));
  const v82 = f(f(v80 * v81) + f(v79 * f(-f(0 * v80))));
  const v83 = f(f(1 * f(2 * v77)) + v82);
  const v84 = f(f(-1 * f(2 * v78)) + v82);
  const v85 = f(0.6366197466850281 * f(Math.asin(f(Math.sqrt(v16)))));
  const v86 = f(1.5707963705062866 * v85);
  const v87 = f(1.5707963705062866 * f(f(1 * f(2 * f(Math.sin(v86)))) * f(Math.cos(v86))));
  const v88 = f(f(1 * v78) + f(v77 * -1));
  const v89 = f(-f(0 * v88));
  const v90 = f(2 + f(f(f(-2 * v81) + f(v88 * v89)) + f(f(v88 * v89) + f(v79 * 0))));
  const v91 = f(f(-v83) / v84);
  const v92 = f(f(-f(v90 + f(v91 * v90))) / f(v84 * v84));
  const v93 = f(v92 + v3);
  const v94 = f(v84 * v87);
  const v95 = f(v3 / 2);
  const v96 = f(f(v92 + v95) + f(2 / f(0.019999999552965164 * f(v94 * v94))));
  const v97 = f(v2 - f(v93 - v3));
  const r99 = kept(fill99, r74);
  const r102 = kept(fill102, r99);
  const r105 = kept(fill105, r102, r99);
  const r108 = kept(fill108, v4, r105);
  const r111 = kept(fill111, r108);
  const r114 = kept(fill114, r102, r105, r111, r108, r74);
  const r118 = kept(fill118, r114);
  const r121 = kept(fill121, r114);
  const r124 = kept(fill124, r114, r118, r121);
  const r127 = kept(fill127);
  const r130 = kept(fill130, r127);
  const r133 = kept(fill133, r130);
  const r136 = kept(fill136, r130, r133);
  const r139 = kept(fill139, v4, r136);
  const v141 = f(1 - v16);
  const v142 = f(v16 * v141);
  const v143 = f(v142 * f(v4 - f(0 * v142)));
  const v144 = f(v97 / v3);
  const v145 = (f(f(v97 * v97) * f(2 / f(0.019999999552965164 * f(f(v96 - v93) + v95)))) < f(f(4 * v3) / 0.019999999552965164));
  const v146 = f(f(v16 * v16) + v143);
  const v147 = f(f(v141 * v141) + v143);
  a153[0] = v146;
  a153[1] = v147;
  const r149 = kept(fill149, r20, ...a153);
  const v154 = ((a148[0] <= 0.009999999776482582) && (a148[1] <= 0.0010000000474974513));
  const v155 = f(Math.max(v93, 0));
  const v156 = f(Math.max(v96, 0));
  const v157 = ((v155 <= v2) && (v2 <= v156));
  const v158 = (v2 < v155);
  const v159 = (v144 > 75);
  const v160 = ((v157 && (!v145)) ? 15 : NaN);
  const v161 = ((v157 && (!v145)) ? 1.3799999952316284 : NaN);
  const v162 = ((v157 && v145) ? 15 : NaN);
  const v163 = ((v157 && v145) ? 1.3799999952316284 : NaN);
  const v164 = ((!v157) ? 15 : NaN);
  const v165 = ((!v157) ? 1.3799999952316284 : NaN);
  const v166 = (v2 > v156);
  const r167 = kept(argmax167, v154, v158, v166, v159);
  const [v169] = r167;
  const v172 = (!v154);
  const r174 = kept(fill174, r130, r139, r133);
  const r177 = kept(fill177, r20);
  const v179 = f(Math.max(v144, 0));
  const v180 = ((v4 >= 1.2000000476837158) && v154);
  const v181 = (((v4 > 1) && ((f(0.75 * v155) < v2) && v158)) && v172);
  const v182 = ((v157 && v159) && v172);
  a183[0] = v146;
  a183[1] = v147;
  a184[0] = v85;
  a184[1] = v91;
  const r186 = kept(fill186, r20);
  a188[0] = a123[0];
  a188[1] = a123[1];
  a189[0] = a17[0];
  a189[1] = a18[0];
  a190[0] = 15;
  a190[1] = 1.5;
  a191[0] = v160;
  a191[1] = v161;
  a192[0] = v162;
  a192[1] = v163;
  a193[0] = v164;
  a193[1] = v165;
  a194[0] = v180;
  a194[1] = v181;
  a194[2] = v182;
  return [a173, a183, a184, a123, a185, a176, a188, a189, a190, a191, a192, a193, v169, v155, v156, a18[500], v91, v179, a194];
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
