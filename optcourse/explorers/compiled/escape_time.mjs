// escape_time: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: 87bb67a25133ea44
const f = Math.fround;
const a8 = new Float32Array(1202);
const a9 = new Float32Array(601);
const a10 = new Float32Array(601);
const a13 = new Float32Array(1202);
const a14 = new Float32Array(601);
const a15 = new Float32Array(601);
const a42 = new Float32Array(1202);
const a43 = new Float32Array(601);
const a44 = new Float32Array(601);
const a75 = new Uint8Array(601);
const a87 = new Float32Array(1202);
const a102 = new Float32Array(1202);
const a105 = new Float32Array(1202);
const a108 = new Float32Array(1202);
const a111 = new Float32Array(1202);
const a115 = new Float32Array(2);
const a116 = new Uint8Array(2);

function choose7(v6, v2, v4, v5) {
  let v11;
  let v12;
  if (v6 <= 0) {
    const v16 = f(-v2);
    let v17;
    let v18;
    let v19;
    let v20;
    let v21;
    v17 = v4;
    v18 = v5;
    v19 = 0;
    v20 = v4;
    v21 = v5;
    for (let v22 = 0; v22 < 601; v22++) {
      const v23 = f(1 - f(v17 * v18));
      const v24 = f(-f(1 * f(2 * v23)));
      const v25 = f(v17 * v24);
      const v26 = f(v24 * v18);
      const v27 = f(0 + v26);
      const v28 = f(v25 + 0);
      const v29 = f(Math.max(f(Math.abs(v27)), f(Math.abs(v28))));
      const v30 = f(Math.max(0, f(Math.max(0, v29))));
      const v31 = (((v30 > 0) && (v30 < Infinity)) ? v30 : 1);
      const v32 = f(v27 / v31);
      const v33 = f(v28 / v31);
      const v34 = f(f(v32 * v32) + f(v33 * v33));
      const v35 = f(v17 + f(v16 * v27));
      const v36 = f(v18 + f(v16 * v28));
      const v37 = (v19 + 1 | 0);
      const v38 = f(v23 * v23);
      const v39 = f(v31 * f(Math.sqrt(f(0 + v34))));
      a13[v22 * 2] = v17;
      a13[v22 * 2 + 1] = v18;
      a14[v22] = v38;
      a15[v22] = v39;
      const v40 = v17;
      const v41 = v18;
      v17 = v35;
      v18 = v36;
      v19 = v37;
      v20 = v40;
      v21 = v41;
    }
    a8.set(a13);
    a9.set(a14);
    a10.set(a15);
    v11 = v20;
    v12 = v21;
  }
  else  {
    const v45 = f(-v2);
    let v46;
    let v47;
    let v48;
    let v49;
    let v50;
    let v51;
    let v52;
    v46 = v4;
    v47 = v5;
    v48 = 0;
    v49 = 0;
    v50 = 0;
    v51 = v4;
    v52 = v5;
    for (let v53 = 0; v53 < 601; v53++) {
      const v54 = f(1 - f(v46 * v47));
      const v55 = f(-f(1 * f(2 * v54)));
      const v56 = f(v46 * v55);
      const v57 = f(v55 * v47);
      const v58 = f(0 + v57);
      const v59 = f(v56 + 0);
      const v60 = f(Math.max(f(Math.abs(v58)), f(Math.abs(v59))));
      const v61 = f(Math.max(0, f(Math.max(0, v60))));
      const v62 = (((v61 > 0) && (v61 < Infinity)) ? v61 : 1);
      const v63 = f(v58 / v62);
      const v64 = f(v59 / v62);
      const v65 = f(f(v63 * v63) + f(v64 * v64));
      const v66 = f(f(0.8999999761581421 * v48) + f(v45 * v58));
      const v67 = f(f(0.8999999761581421 * v49) + f(v45 * v59));
      const v68 = f(v46 + f(1 * v66));
      const v69 = f(v47 + f(1 * v67));
      const v70 = (v50 + 1 | 0);
      const v71 = f(v54 * v54);
      const v72 = f(v62 * f(Math.sqrt(f(0 + v65))));
      a42[v53 * 2] = v46;
      a42[v53 * 2 + 1] = v47;
      a43[v53] = v71;
      a44[v53] = v72;
      const v73 = v46;
      const v74 = v47;
      v46 = v68;
      v47 = v69;
      v48 = v66;
      v49 = v67;
      v50 = v70;
      v51 = v73;
      v52 = v74;
    }
    a8.set(a42);
    a9.set(a43);
    a10.set(a44);
    v11 = v51;
    v12 = v52;
  }
  return [v11, v12];
}

function fill76() {
  for (let v77 = 0; v77 < 601; v77++) {
    a75[v77] = (a9[v77] < 0.009999999776482582);
  }
}

function or78() {
  let v79 = false;
  for (let v80 = 0; v80 < 601; v80++) {
    v79 = (v79 || (a75[v80] === 1));
  }
  return [v79];
}

function argmax81() {
  let v82 = (a75[0] === 1);
  let v83 = 0;
  for (let v84 = 0; v84 < 601; v84++) {
    const v85 = (a75[v84] === 1);
    if (v85 > v82 || (v85 !== v85 && v82 === v82)) { v82 = v85; v83 = v84; }
  }
  return [v83];
}

function fill88() {
  for (let v89 = 0; v89 < 601; v89++) {
    a87[v89 * 2] = f(v89);
    a87[v89 * 2 + 1] = a9[v89];
  }
}

function argmax94(v93, v92) {
  let v95 = v93;
  let v96 = 0;
  for (let v97 = 0; v97 < 3; v97++) {
    const v98 = (v97 < 1 ? v93 : (v97 < 2 ? v92 : true));
    if (v98 > v95 || (v98 !== v98 && v95 === v95)) { v95 = v98; v96 = v97; }
  }
  return [v96];
}

function sum99() {
  let v100 = 0;
  for (let v101 = 0; v101 < 601; v101++) {
    v100 = (v100 + ((f(Math.abs(f(a9[v101] - 1))) < 0.05000000074505806) ? 1 : 0) | 0);
  }
  return [v100];
}

function fill103(v90) {
  for (let v104 = 0; v104 < 601; v104++) {
    a102[v104 * 2] = (v90 ? a8[v104 * 2] : NaN);
    a102[v104 * 2 + 1] = (v90 ? a8[v104 * 2 + 1] : NaN);
  }
}

function fill106(v91) {
  for (let v107 = 0; v107 < 601; v107++) {
    a105[v107 * 2] = (v91 ? a8[v107 * 2] : NaN);
    a105[v107 * 2 + 1] = (v91 ? a8[v107 * 2 + 1] : NaN);
  }
}

function fill109(v90) {
  for (let v110 = 0; v110 < 601; v110++) {
    a108[v110 * 2] = (v90 ? a87[v110 * 2] : NaN);
    a108[v110 * 2 + 1] = (v90 ? a87[v110 * 2 + 1] : NaN);
  }
}

function fill112(v91) {
  for (let v113 = 0; v113 < 601; v113++) {
    a111[v113 * 2] = (v91 ? a87[v113 * 2] : NaN);
    a111[v113 * 2 + 1] = (v91 ? a87[v113 * 2 + 1] : NaN);
  }
}

export function compute(x0, x1, x2) {
  const v1 = f(x0);
  const v2 = f(x1);
  const v3 = x2;
  const v4 = f(1 + f(v1 / 1.4142135381698608));
  const v5 = f(-1 + f(v1 / 1.4142135381698608));
  const v6 = (Math.min(Math.max(v3, 0), 1) | 0);
  const [v11, v12] = choose7(v6, v2, v4, v5);
  fill76();
  const [v79] = or78();
  const [v83] = argmax81();
  const v86 = (v79 ? f(v83) : Infinity);
  fill88();
  const v90 = (v3 === 0);
  const v91 = (v3 === 1);
  const v92 = (v1 === 0);
  const v93 = Number.isFinite(v86);
  const [v96] = argmax94(v93, v92);
  const [v100] = sum99();
  fill103(v90);
  fill106(v91);
  fill109(v90);
  fill112(v91);
  const v114 = ((v86 > 350) && v93);
  a115[0] = v4;
  a115[1] = v5;
  a116[0] = v114;
  a116[1] = v92;
  return [a115, a102, a105, a108, a111, v96, v86, a9[600], a10[600], v100, a116];
}
