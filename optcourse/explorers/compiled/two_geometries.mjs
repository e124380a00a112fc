// two_geometries: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: 831efd39420ef8e6
const f = Math.fround;
const a1 = new Float32Array(2);
const c9 = Float32Array.of(2, 1, -2, 0);
const a13 = new Float32Array(80);
const a31 = new Float32Array(80);
const a63 = new Float32Array(41);
const a66 = new Float32Array(41);
const a69 = new Float32Array(41);
const a72 = new Float32Array(41);
const a75 = new Float32Array(82);
const a79 = new Float32Array(164);
const a83 = new Uint8Array(41);
const a94 = new Uint8Array(41);
const a113 = new Float32Array(41);
const a116 = new Float32Array(82);
const a127 = new Float32Array(82);
const a154 = new Float32Array(82);
const a157 = new Float32Array(82);
const a160 = new Float32Array(2);
const a161 = new Float32Array(2);
const a162 = new Float32Array(2);
const a163 = new Float32Array(2);
const a164 = new Int32Array(2);
const a165 = new Int32Array(2);
const a166 = new Uint8Array(3);

function scan14(v11, v5, v12, v10, v3) {
  const v15 = f(1 / v11);
  const v16 = f(v15 - 1);
  let v17;
  let v18;
  v17 = v5;
  v18 = v12;
  for (let v19 = 0; v19 < 40; v19++) {
    const v20 = (v18 > 0);
    const v21 = (v10 ? 1 : (v20 ? v18 : NaN));
    const v22 = f(Math.exp((v10 ? v18 : 0)));
    const v23 = (v10 ? v22 : f(power(v21, v15)));
    const v24 = f(1 - v17);
    const v25 = f(2 * f(v23 * v23));
    const v26 = f(f(f(2 * f(-f(f(1 * f(1 / f(v25 * v25))) * f(4 + f(v24 * v24))))) * f(2 * v23)) + f(f(1 / f(v23 / 2)) / 2));
    const v27 = f((v10 ? f((v10 ? v26 : 0) * v22) : 0) + (v20 ? (v10 ? 0 : f((v10 ? 0 : v26) * f(v15 * f(power(v21, v16))))) : 0));
    const v28 = f(-f(f(1 / v25) * f(2 * v24)));
    const v29 = f(v17 - f(v3 * f(0 + v28)));
    const v30 = f(v18 - f(v3 * f(v27 + 0)));
    a13[v19 * 2] = v17;
    a13[v19 * 2 + 1] = v18;
    v17 = v29;
    v18 = v30;
  }
  return [v17, v18];
}

function scan32(v11, v5, v12, v10, v4) {
  const v33 = f(1 / v11);
  const v34 = f(v33 - 1);
  const v35 = f(v11 * v11);
  const v36 = f(2 * v11);
  let v37;
  let v38;
  v37 = v5;
  v38 = v12;
  for (let v39 = 0; v39 < 40; v39++) {
    const v40 = (v38 > 0);
    const v41 = (v10 ? 1 : (v40 ? v38 : NaN));
    const v42 = f(Math.exp((v10 ? v38 : 0)));
    const v43 = (v10 ? v42 : f(power(v41, v33)));
    const v44 = f(1 - v37);
    const v45 = f(v43 * v43);
    const v46 = f(2 * v45);
    const v47 = f(f(f(2 * f(-f(f(1 * f(1 / f(v46 * v46))) * f(4 + f(v44 * v44))))) * f(2 * v43)) + f(f(1 / f(v43 / 2)) / 2));
    const v48 = f((v10 ? f((v10 ? v47 : 0) * v42) : 0) + (v40 ? (v10 ? 0 : f((v10 ? 0 : v47) * f(v33 * f(power(v41, v34))))) : 0));
    const v49 = f(-f(f(1 / v46) * f(2 * v44)));
    const v50 = f(1 / v45);
    const v51 = (v10 ? 2 : f(2 / f(v35 * f(power(v43, v36)))));
    const v52 = (true ? v50 : 0);
    const v53 = (false ? v50 : 0);
    const v54 = (false ? v51 : 0);
    const v55 = (true ? v51 : 0);
    let v56;
    let v57;
    if (1 <= 0) {
      const v58 = f(f(1 * v52) + f(0 * v54));
      const v59 = f(f(0 * v53) + f(1 * v55));
      v56 = v58;
      v57 = v59;
    }
    else  {
      v56 = v52;
      v57 = v55;
    }
    const v60 = f(v37 - f(f(v4 * f(0 + v49)) / v56));
    const v61 = f(v38 - f(f(v4 * f(v48 + 0)) / v57));
    a31[v39 * 2] = v37;
    a31[v39 * 2 + 1] = v38;
    v37 = v60;
    v38 = v61;
  }
  return [v37, v38];
}

function fill64(v10, v18, v62) {
  for (let v65 = 0; v65 < 41; v65++) {
    a63[v65] = (v10 ? f(Math.exp((v10 ? (v65 < 40 ? a13[v65 * 2 + 1] : v18) : 0))) : f(power((v10 ? 1 : (((v65 < 40 ? a13[v65 * 2 + 1] : v18) > 0) ? (v65 < 40 ? a13[v65 * 2 + 1] : v18) : NaN)), v62)));
  }
  return [];
}

function fill67(v17) {
  for (let v68 = 0; v68 < 41; v68++) {
    a66[v68] = f(1 - (v68 < 40 ? a13[v68 * 2] : v17));
  }
  return [];
}

function fill70(v10, v38, v62) {
  for (let v71 = 0; v71 < 41; v71++) {
    a69[v71] = (v10 ? f(Math.exp((v10 ? (v71 < 40 ? a31[v71 * 2 + 1] : v38) : 0))) : f(power((v10 ? 1 : (((v71 < 40 ? a31[v71 * 2 + 1] : v38) > 0) ? (v71 < 40 ? a31[v71 * 2 + 1] : v38) : NaN)), v62)));
  }
  return [];
}

function fill73(v37) {
  for (let v74 = 0; v74 < 41; v74++) {
    a72[v74] = f(1 - (v74 < 40 ? a31[v74 * 2] : v37));
  }
  return [];
}

function fill76() {
  for (let v77 = 0; v77 < 2; v77++) {
    for (let v78 = 0; v78 < 41; v78++) {
      a75[v77 * 41 + v78] = (v77 < 1 ? f(f(f(Math.log(f(a63[v78] / 2))) + f(f(4 + f(a66[v78] * a66[v78])) / f(2 * f(a63[v78] * a63[v78])))) - 0.5) : f(f(f(Math.log(f(a69[v78] / 2))) + f(f(4 + f(a72[v78] * a72[v78])) / f(2 * f(a69[v78] * a69[v78])))) - 0.5));
    }
  }
  return [];
}

function fill80(v17, v37, v10, v18, v62, v38) {
  for (let v81 = 0; v81 < 2; v81++) {
    for (let v82 = 0; v82 < 41; v82++) {
      a79[(v81 * 41 + v82) * 2] = (v81 < 1 ? (v82 < 40 ? a13[v82 * 2] : v17) : (v82 < 40 ? a31[v82 * 2] : v37));
      a79[(v81 * 41 + v82) * 2 + 1] = (v81 < 1 ? (v10 ? f(Math.exp((v10 ? (v82 < 40 ? a13[v82 * 2 + 1] : v18) : 0))) : f(power((v10 ? 1 : (((v82 < 40 ? a13[v82 * 2 + 1] : v18) > 0) ? (v82 < 40 ? a13[v82 * 2 + 1] : v18) : NaN)), v62))) : (v10 ? f(Math.exp((v10 ? (v82 < 40 ? a31[v82 * 2 + 1] : v38) : 0))) : f(power((v10 ? 1 : (((v82 < 40 ? a31[v82 * 2 + 1] : v38) > 0) ? (v82 < 40 ? a31[v82 * 2 + 1] : v38) : NaN)), v62))));
    }
  }
  return [];
}

function fill84() {
  for (let v85 = 0; v85 < 41; v85++) {
    a83[v85] = (a75[v85] < 0.0010000000474974513);
  }
  return [];
}

function or86() {
  let v87 = false;
  for (let v88 = 0; v88 < 41; v88++) {
    v87 = (v87 || (a83[v88] === 1));
  }
  return [v87];
}

function argmax89() {
  let v90 = (a83[0] === 1);
  let v91 = 0;
  for (let v92 = 0; v92 < 41; v92++) {
    const v93 = (a83[v92] === 1);
    if (v93 > v90 || (v93 !== v93 && v90 === v90)) { v90 = v93; v91 = v92; }
  }
  return [v91];
}

function fill95() {
  for (let v96 = 0; v96 < 41; v96++) {
    a94[v96] = (a75[41 + v96] < 0.0010000000474974513);
  }
  return [];
}

function or97() {
  let v98 = false;
  for (let v99 = 0; v99 < 41; v99++) {
    v98 = (v98 || (a94[v99] === 1));
  }
  return [v98];
}

function argmax100() {
  let v101 = (a94[0] === 1);
  let v102 = 0;
  for (let v103 = 0; v103 < 41; v103++) {
    const v104 = (a94[v103] === 1);
    if (v104 > v101 || (v104 !== v104 && v101 === v101)) { v101 = v104; v102 = v103; }
  }
  return [v102];
}

function fill114() {
  for (let v115 = 0; v115 < 41; v115++) {
    a113[v115] = f(v115);
  }
  return [];
}

function fill117() {
  for (let v118 = 0; v118 < 41; v118++) {
    a116[v118 * 2] = a113[v118];
    a116[v118 * 2 + 1] = f(Math.max(a75[v118], 9.999999974752427e-07));
  }
  return [];
}

function sum119() {
  let v120 = 0;
  for (let v121 = 0; v121 < 41; v121++) {
    v120 = (v120 + (Number.isFinite(a116[v121 * 2 + 1]) ? 1 : 0) | 0);
  }
  return [v120];
}

function fill128() {
  for (let v129 = 0; v129 < 41; v129++) {
    a127[v129 * 2] = a113[v129];
    a127[v129 * 2 + 1] = f(Math.max(a75[41 + v129], 9.999999974752427e-07));
  }
  return [];
}

function sum130() {
  let v131 = 0;
  for (let v132 = 0; v132 < 41; v132++) {
    v131 = (v131 + (Number.isFinite(a127[v132 * 2 + 1]) ? 1 : 0) | 0);
  }
  return [v131];
}

function argmax141(v138, v139, v140, v111, v108, v107) {
  let v142 = v138;
  let v143 = 0;
  for (let v144 = 0; v144 < 7; v144++) {
    const v145 = (v144 < 1 ? v138 : (v144 < 2 ? v139 : (v144 < 3 ? v140 : (v144 < 4 ? v111 : (v144 < 5 ? v108 : (v144 < 6 ? v107 : true))))));
    if (v145 > v142 || (v145 !== v145 && v142 === v142)) { v142 = v145; v143 = v144; }
  }
  return [v143];
}

function fill155() {
  for (let v156 = 0; v156 < 41; v156++) {
    a154[v156 * 2] = a79[v156 * 2];
    a154[v156 * 2 + 1] = a79[v156 * 2 + 1];
  }
  return [];
}

function fill158() {
  for (let v159 = 0; v159 < 41; v159++) {
    a157[v159 * 2] = a79[(41 + v159) * 2];
    a157[v159 * 2 + 1] = a79[(41 + v159) * 2 + 1];
  }
  return [];
}

export function compute(x0, x1, x2, x3) {
  a1.set(x0);
  const v2 = x1;
  const v3 = f(x2);
  const v4 = f(x3);
  const v5 = f(Math.min(3.5, f(Math.max(-2.5, a1[0]))));
  const v6 = f(Math.min(4.599999904632568, f(Math.max(0.5, a1[1]))));
  const v7 = ((v2 < 0) ? (v2 + 4 | 0) : v2);
  const v8 = Math.min(Math.max(v7, 0), 3);
  const v10 = (c9[v8] === 0);
  const v11 = (v10 ? 1 : c9[v8]);
  const v12 = (v10 ? f(Math.log(v6)) : f(power(v6, v11)));
  const r14 = kept(scan14, v11, v5, v12, v10, v3);
  const [v17, v18] = r14;
  const r32 = kept(scan32, v11, v5, v12, v10, v4);
  const [v37, v38] = r32;
  const v62 = f(1 / v11);
  const r64 = kept(fill64, v10, v18, v62, r14);
  const r67 = kept(fill67, v17, r14);
  const r70 = kept(fill70, v10, v38, v62, r32);
  const r73 = kept(fill73, v37, r32);
  const r76 = kept(fill76, r64, r67, r70, r73);
  const r80 = kept(fill80, v17, v37, v10, v18, v62, v38, r14, r32);
  const r84 = kept(fill84, r76);
  const r86 = kept(or86, r84);
  const [v87] = r86;
  const r89 = kept(argmax89, r84);
  const [v91] = r89;
  const r95 = kept(fill95, r76);
  const r97 = kept(or97, r95);
  const [v98] = r97;
  const r100 = kept(argmax100, r95);
  const [v102] = r100;
  const v105 = (v87 ? f(v91) : Infinity);
  const v106 = (v98 ? f(v102) : Infinity);
  const v107 = Number.isFinite(v105);
  const v108 = Number.isFinite(v106);
  const v109 = (!Number.isFinite(a75[40]));
  const v110 = (!Number.isFinite(a75[81]));
  const v111 = (v107 && v108);
  const v112 = (c9[v8] === -2);
  const r114 = kept(fill114);
  const r117 = kept(fill117, r114, r76);
  const r119 = kept(sum119, r117);
  const [v120] = r119;
  const v122 = to_whole(f(Math.min(f((Math.min((v120 - 1 | 0), 18) | 0)), v105)), -2147483648, 2147483647);
  const v123 = ((v122 < 0) ? (v122 + 41 | 0) : v122);
  const v124 = Math.min(Math.max(v123, 0), 40);
  const v125 = f(f(v122) + 0.9);
  const v126 = ((false && Number.isFinite(v105)) ? 0.00019999999494757503 : f(Math.min(25, f(Math.max(3.999999989900971e-06, f(a116[v124 * 2 + 1] * 2.5))))));
  const r128 = kept(fill128, r114, r76);
  const r130 = kept(sum130, r128);
  const [v131] = r130;
  const v133 = to_whole(f(Math.min(f((Math.min((v131 - 1 | 0), 18) | 0)), v106)), -2147483648, 2147483647);
  const v134 = ((v133 < 0) ? (v133 + 41 | 0) : v133);
  const v135 = Math.min(Math.max(v134, 0), 40);
  const v136 = f(f(v133) + 0.9);
  const v137 = ((true && Number.isFinite(v106)) ? 0.00019999999494757503 : f(Math.min(25, f(Math.max(3.999999989900971e-06, f(a127[v135 * 2 + 1] * 0.3499999940395355))))));
  const v138 = (a75[0] < 0.0010000000474974513);
  const v139 = (v111 && (v106 < v105));
  const v140 = (v111 && (v105 < v106));
  const r141 = kept(argmax141, v138, v139, v140, v111, v108, v107);
  const [v143] = r141;
  const v146 = (a75[0] >= 0.5);
  const v147 = (v109 ? 1 : 0);
  const v148 = (v110 ? 1 : 0);
  const v149 = to_whole((v107 ? v105 : f((41 + (v109 ? 1 : 0) | 0))), -2147483648, 2147483647);
  const v150 = to_whole((v108 ? v106 : f((41 + (v110 ? 1 : 0) | 0))), -2147483648, 2147483647);
  const v151 = ((v112 && (a75[0] >= 1)) && v108);
  const v152 = ((v112 && v146) && (v106 <= 5));
  const v153 = (v146 && (v105 <= 5));
  const r155 = kept(fill155, r80);
  const r158 = kept(fill158, r80);
  a160[0] = v5;
  a160[1] = v6;
  a161[0] = v125;
  a161[1] = v126;
  a162[0] = v136;
  a162[1] = v137;
  a163[0] = v105;
  a163[1] = v106;
  a164[0] = v147;
  a164[1] = v148;
  a165[0] = v149;
  a165[1] = v150;
  a166[0] = v151;
  a166[1] = v152;
  a166[2] = v153;
  return [a154, a157, a116, a127, a160, a161, a162, v143, a163, a75[0], v2, a164, a165, a166];
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

// Toward 0, kept within the type's bounds; not-a-number gives 0.
function to_whole(x, low, high) {
  return Number.isNaN(x) ? 0 : Math.min(Math.max(Math.trunc(x), low), high);
}
