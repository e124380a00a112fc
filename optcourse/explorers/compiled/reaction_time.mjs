// reaction_time: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: cb91e24b9a0c3530
const f = Math.fround;
const a15 = new Float32Array(7);
const a35 = new Float32Array(12);
const a39 = new Float32Array(248);
const c42 = Float32Array.of(-69.07755, -0.6931472, -0.22314355, -0.105360515, -0.051293295, -0.020202707, -0.010050336);
const c43 = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 32, 33, 35, 36, 38, 39, 41, 43, 45, 46, 48, 51, 53, 55, 57, 60, 62, 65, 68, 71, 74, 77, 80, 84, 87, 91, 95, 99, 104, 108, 113, 117, 123, 128, 133, 139, 145, 151, 158, 165, 172, 179, 187, 195, 203, 212, 221, 231, 241, 251, 262, 273, 285, 297, 310, 323, 337, 352, 367, 383, 399, 416, 434, 453, 473, 493, 514, 536, 559, 583, 609, 635, 662, 691, 720, 752, 784, 818, 853, 890, 928, 968, 1010, 1053, 1099, 1146, 1195, 1247, 1300, 1356, 1415, 1476, 1539, 1606, 1675, 1747, 1822, 1901, 1983, 2068, 2157, 2250, 2347, 2448, 2554, 2664, 2778, 2898, 3023, 3153, 3289, 3431, 3579, 3733, 3894, 4061, 4236, 4419, 4609, 4808, 5015, 5231, 5456, 5691, 5937, 6192, 6459, 6737, 7028, 7330, 7646, 7976, 8319, 8678, 9051, 9441, 9848, 10272, 10715, 11177, 11658, 12160, 12684, 13231, 13801, 14395, 15015, 15662, 16337, 17041, 17775, 18541, 19339, 20173, 21042, 21948, 22894, 23880, 24909, 25982, 27101, 28269, 29487, 30757, 32082, 33464, 34906, 36409, 37978, 39614, 41321, 43101, 44958, 46895, 48915, 51022, 53220, 55513, 57905, 60399, 63001, 65716, 68547, 71500, 74580, 77793, 81145, 84640, 88287, 92090, 96058, 100196, 104512, 109015, 113711, 118610, 123720, 129050, 134610, 140409, 146458, 152768, 159349, 166214, 173375, 180844, 188635, 196761, 205238, 214080, 223303, 232923, 242958, 253425, 264342, 275731, 287609, 300000);
const a45 = new Float32Array(248);
const c48 = Float32Array.of(-0.6931472, -0.22314355, -0.105360515, -0.051293295, -0.020202707, -0.010050336, -0.005012542, -0.0020020027, -0.0010005003, -0.00050012505, -0.00020002, -0.000100005);
const a49 = new Float32Array(248);
const a53 = new Uint8Array(248);
const a105 = new Float32Array(500);
const c108 = Float32Array.of(0.5, 1, 0.95, 1);
const a109 = new Float32Array(500);
const a115 = new Float32Array(500);
const a118 = new Float32Array(500);
const a121 = new Float32Array(500);
const a124 = new Float32Array(4);
const a125 = new Uint8Array(3);

function argmin11(v4) {
  let v12 = v4;
  let v13 = 0;
  for (let v14 = 0; v14 < 7; v14++) {
    const v16 = a15[v14];
    if (v16 < v12 || (v16 !== v16 && v12 === v12)) { v12 = v16; v13 = v14; }
  }
  return [v13];
}

function argmin31(v19) {
  let v32 = v19;
  let v33 = 0;
  for (let v34 = 0; v34 < 12; v34++) {
    const v36 = a35[v34];
    if (v36 < v32 || (v36 !== v36 && v32 === v32)) { v32 = v36; v33 = v34; }
  }
  return [v33];
}

function fill40(v1, v18) {
  for (let v41 = 0; v41 < 248; v41++) {
    a39[v41] = f(v1 + f(f(1 - v1) * f(Math.exp(f(c42[v18] * c43[v41])))));
  }
  return [];
}

function fill46(v44, v38) {
  for (let v47 = 0; v47 < 248; v47++) {
    a45[v47] = f(Math.sqrt(f(v44 + f(f(1 - v44) * f(Math.exp(f(c48[v38] * c43[v47])))))));
  }
  return [];
}

function fill50() {
  for (let v51 = 0; v51 < 248; v51++) {
    a49[v51] = f(a39[v51] / a45[v51]);
  }
  return [];
}

function fill54() {
  for (let v55 = 0; v55 < 248; v55++) {
    a53[v55] = (f(Math.abs(f(a49[v55] - 1))) > 0.10000000149011612);
  }
  return [];
}

function argmax56() {
  let v57 = (a53[247] === 1);
  let v58 = 0;
  for (let v59 = 0; v59 < 248; v59++) {
    const v60 = (a53[v59 * -1 + 247] === 1);
    if (v60 > v57 || (v60 !== v60 && v57 === v57)) { v57 = v60; v58 = v59; }
  }
  return [v58];
}

function or67() {
  let v68 = false;
  for (let v69 = 0; v69 < 248; v69++) {
    v68 = (v68 || (a53[v69] === 1));
  }
  return [v68];
}

function scan70(v1, v63, v66, v18, v38) {
  const v71 = f(1 - v1);
  const v72 = f(v1 * v1);
  const v73 = f(1 - v72);
  let v74;
  let v75;
  const v76 = c43[v63];
  const v77 = c43[v66];
  v74 = v76;
  v75 = v77;
  for (let v78 = 0; v78 < 14; v78++) {
    const v79 = f(Math.floor(f(f(v74 + v75) / 2)));
    const v80 = (f(Math.abs(f(f(f(v1 + f(v71 * f(Math.exp(f(c42[v18] * v79))))) / f(Math.sqrt(f(v72 + f(v73 * f(Math.exp(f(c48[v38] * v79)))))))) - 1))) > 0.10000000149011612);
    const v81 = (v80 ? v79 : v74);
    const v82 = (v80 ? v75 : v79);
    v74 = v81;
    v75 = v82;
  }
  return [v74, v75];
}

function min87() {
  let v88 = Infinity;
  for (let v89 = 0; v89 < 248; v89++) {
    v88 = f(Math.min(v88, a49[v89]));
  }
  return [v88];
}

function max90() {
  let v91 = -Infinity;
  for (let v92 = 0; v92 < 248; v92++) {
    v91 = f(Math.max(v91, a49[v92]));
  }
  return [v91];
}

function argmax99(v94, v95, v96, v97, v98) {
  let v100 = v94;
  let v101 = 0;
  for (let v102 = 0; v102 < 6; v102++) {
    const v103 = (v102 < 1 ? v94 : (v102 < 2 ? v95 : (v102 < 3 ? v96 : (v102 < 4 ? v97 : (v102 < 5 ? v98 : true)))));
    if (v103 > v100 || (v103 !== v103 && v100 === v100)) { v100 = v103; v101 = v102; }
  }
  return [v101];
}

function fill106(v52) {
  for (let v107 = 0; v107 < 250; v107++) {
    a105[v107 * 2] = ((v52 === 0) ? (v107 < 2 ? c108[v107 * 2] : c43[v107 - 2]) : NaN);
    a105[v107 * 2 + 1] = ((v52 === 0) ? (v107 < 2 ? c108[v107 * 2 + 1] : a49[v107 - 2]) : NaN);
  }
  return [];
}

function fill110(v52) {
  for (let v111 = 0; v111 < 250; v111++) {
    a109[v111 * 2] = ((v52 === 1) ? (v111 < 2 ? c108[v111 * 2] : c43[v111 - 2]) : NaN);
    a109[v111 * 2 + 1] = ((v52 === 1) ? (v111 < 2 ? c108[v111 * 2 + 1] : a49[v111 - 2]) : NaN);
  }
  return [];
}

function fill116(v1) {
  for (let v117 = 0; v117 < 250; v117++) {
    a115[v117 * 2] = (v117 < 2 ? c108[v117 * 2] : c43[v117 - 2]);
    a115[v117 * 2 + 1] = (v117 < 2 ? c108[v117 * 2 + 1] : v1);
  }
  return [];
}

function fill119() {
  for (let v120 = 0; v120 < 250; v120++) {
    a118[v120 * 2] = (v120 < 2 ? c108[v120 * 2] : c43[v120 - 2]);
    a118[v120 * 2 + 1] = (v120 < 2 ? c108[v120 * 2 + 1] : a39[v120 - 2]);
  }
  return [];
}

function fill122() {
  for (let v123 = 0; v123 < 250; v123++) {
    a121[v123 * 2] = (v123 < 2 ? c108[v123 * 2] : c43[v123 - 2]);
    a121[v123 * 2 + 1] = (v123 < 2 ? c108[v123 * 2 + 1] : a45[v123 - 2]);
  }
  return [];
}

export function compute(x0, x1, x2) {
  const v1 = f(x0);
  const v2 = f(x1);
  const v3 = f(x2);
  const v4 = f(Math.abs(f(0 - v3)));
  const v5 = f(Math.abs(f(0.5 - v3)));
  const v6 = f(Math.abs(f(0.800000011920929 - v3)));
  const v7 = f(Math.abs(f(0.8999999761581421 - v3)));
  const v8 = f(Math.abs(f(0.949999988079071 - v3)));
  const v9 = f(Math.abs(f(0.9800000190734863 - v3)));
  const v10 = f(Math.abs(f(0.9900000095367432 - v3)));
  a15[0] = v4;
  a15[1] = v5;
  a15[2] = v6;
  a15[3] = v7;
  a15[4] = v8;
  a15[5] = v9;
  a15[6] = v10;
  const r11 = kept(argmin11, v4, ...a15);
  const [v13] = r11;
  const v17 = ((v13 < 0) ? (v13 + 7 | 0) : v13);
  const v18 = Math.min(Math.max(v17, 0), 6);
  const v19 = f(Math.abs(f(0.5 - v2)));
  const v20 = f(Math.abs(f(0.800000011920929 - v2)));
  const v21 = f(Math.abs(f(0.8999999761581421 - v2)));
  const v22 = f(Math.abs(f(0.949999988079071 - v2)));
  const v23 = f(Math.abs(f(0.9800000190734863 - v2)));
  const v24 = f(Math.abs(f(0.9900000095367432 - v2)));
  const v25 = f(Math.abs(f(0.9950000047683716 - v2)));
  const v26 = f(Math.abs(f(0.9980000257492065 - v2)));
  const v27 = f(Math.abs(f(0.9990000128746033 - v2)));
  const v28 = f(Math.abs(f(0.9994999766349792 - v2)));
  const v29 = f(Math.abs(f(0.9998000264167786 - v2)));
  const v30 = f(Math.abs(f(0.9998999834060669 - v2)));
  a35[0] = v19;
  a35[1] = v20;
  a35[2] = v21;
  a35[3] = v22;
  a35[4] = v23;
  a35[5] = v24;
  a35[6] = v25;
  a35[7] = v26;
  a35[8] = v27;
  a35[9] = v28;
  a35[10] = v29;
  a35[11] = v30;
  const r31 = kept(argmin31, v19, ...a35);
  const [v33] = r31;
  const v37 = ((v33 < 0) ? (v33 + 12 | 0) : v33);
  const v38 = Math.min(Math.max(v37, 0), 11);
  const r40 = kept(fill40, v1, v18);
  const v44 = f(v1 * v1);
  const r46 = kept(fill46, v44, v38);
  const r50 = kept(fill50, r40, r46);
  const v52 = ((v3 > 0) ? 1 : 0);
  const r54 = kept(fill54, r50);
  const r56 = kept(argmax56, r54);
  const [v58] = r56;
  const v61 = (247 - v58 | 0);
  const v62 = ((v61 < 0) ? (v61 + 248 | 0) : v61);
  const v63 = Math.min(Math.max(v62, 0), 247);
  const v64 = (Math.min((v61 + 1 | 0), 247) | 0);
  const v65 = ((v64 < 0) ? (v64 + 248 | 0) : v64);
  const v66 = Math.min(Math.max(v65, 0), 247);
  const r67 = kept(or67, r54);
  const [v68] = r67;
  const r70 = kept(scan70, v1, v63, v66, v18, v38);
  const [v74, v75] = r70;
  const v83 = (v68 ? v74 : 0);
  const v84 = (v1 < 1);
  const v85 = (v84 ? 0.23456790123456783 : 0.17355371900826455);
  const v86 = f(Math.abs(f(f(Math.log(f(Math.min(f(v85 / f(Math.abs(f(f(1 / v44) - 1)))), 1)))) / c48[v38])));
  const r87 = kept(min87, r50);
  const [v88] = r87;
  const r90 = kept(max90, r50);
  const [v91] = r90;
  const v93 = ((v83 > 0) ? v83 : NaN);
  const v94 = (v1 === 1);
  const v95 = (v83 === 0);
  const v96 = (f(Math.abs(f(v83 - v86))) > f(1 + f(0.019999999552965164 * v86)));
  const v97 = (v91 <= 1.100000023841858);
  const v98 = (v88 >= 0.8999999761581421);
  const r99 = kept(argmax99, v94, v95, v96, v97, v98);
  const [v101] = r99;
  const v104 = (v1 < 0.010999999940395355);
  const r106 = kept(fill106, v52, r50);
  const r110 = kept(fill110, v52, r50);
  const v112 = (v104 && (v83 <= 200));
  const v113 = (((v2 > 0.9984999895095825) && (v104 || (v1 > 99))) && (v83 <= 2000));
  const v114 = (v84 && (v91 > 2));
  const r116 = kept(fill116, v1);
  const r119 = kept(fill119, r40);
  const r122 = kept(fill122, r46);
  a124[0] = v93;
  a124[1] = 9.999999747378752e-05;
  a124[2] = v93;
  a124[3] = 1000;
  a125[0] = v112;
  a125[1] = v113;
  a125[2] = v114;
  return [a115, a118, a121, a105, a109, a124, v101, v3, v2, v85, v83, v86, v1, v91, v52, v88, a125];
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
