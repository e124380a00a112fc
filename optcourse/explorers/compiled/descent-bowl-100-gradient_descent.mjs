// descent-bowl-100-gradient_descent: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: 687a34427aad8592
const f = Math.fround;
const a2 = new Float32Array(202);
const a3 = new Float32Array(101);
const a4 = new Float32Array(101);
const a38 = new Float32Array(101);
const a41 = new Uint8Array(101);
const a53 = new Uint8Array(101);
const a65 = new Float32Array(101);
const a77 = new Float32Array(202);
const a80 = new Float32Array(202);
const a84 = new Float32Array(2);
const a85 = new Uint8Array(2);

function scan5(v1, x0) {
  const v6 = f(-v1);
  let v7;
  let v8;
  let v9;
  let v10;
  let v11;
  const v12 = x0[0];
  const v13 = x0[1];
  const v14 = x0[0];
  const v15 = x0[1];
  v7 = v12;
  v8 = v13;
  v9 = 0;
  v10 = v14;
  v11 = v15;
  for (let v16 = 0; v16 < 101; v16++) {
    const v17 = f(f(1 * v7) + f(0 * v8));
    const v18 = f(f(-0 * v7) + f(1 * v8));
    const v19 = f(1.5 * f(2 * v18));
    const v20 = f(0.5 * f(2 * v17));
    const v21 = f(0 + v20);
    const v22 = f(v19 + 0);
    const v23 = f(f(v21 * 1) + f(v22 * -0));
    const v24 = f(f(v21 * 0) + f(v22 * 1));
    const v25 = f(Math.max(f(Math.abs(v23)), f(Math.abs(v24))));
    const v26 = f(Math.max(0, f(Math.max(0, v25))));
    const v27 = (((v26 > 0) && (v26 < Infinity)) ? v26 : 1);
    const v28 = f(v23 / v27);
    const v29 = f(v24 / v27);
    const v30 = f(f(v28 * v28) + f(v29 * v29));
    const v31 = f(v7 + f(v6 * v23));
    const v32 = f(v8 + f(v6 * v24));
    const v33 = (v9 + 1 | 0);
    const v34 = f(f(f(v17 * v17) + f(3 * f(v18 * v18))) / 2);
    const v35 = f(v27 * f(Math.sqrt(f(0 + v30))));
    a2[v16 * 2] = v7;
    a2[v16 * 2 + 1] = v8;
    a3[v16] = v34;
    a4[v16] = v35;
    const v36 = v7;
    const v37 = v8;
    v7 = v31;
    v8 = v32;
    v9 = v33;
    v10 = v36;
    v11 = v37;
  }
  return [v7, v8, v9, v10, v11];
}

function fill39() {
  for (let v40 = 0; v40 < 101; v40++) {
    a38[v40] = f(a3[v40] - 0);
  }
}

function fill42() {
  for (let v43 = 0; v43 < 101; v43++) {
    a41[v43] = (!(f(Math.abs(a3[v43])) <= f(1000000 * f(Math.max(f(Math.abs(a3[0])), 1)))));
  }
}

function or44() {
  let v45 = false;
  for (let v46 = 0; v46 < 101; v46++) {
    v45 = (v45 || (a41[v46] === 1));
  }
  return [v45];
}

function argmax47() {
  let v48 = (a41[0] === 1);
  let v49 = 0;
  for (let v50 = 0; v50 < 101; v50++) {
    const v51 = (a41[v50] === 1);
    if (v51 > v48 || (v51 !== v51 && v48 === v48)) { v48 = v51; v49 = v50; }
  }
  return [v49];
}

function fill54() {
  for (let v55 = 0; v55 < 101; v55++) {
    a53[v55] = (a38[v55] < 9.999999974752427e-07);
  }
}

function or56() {
  let v57 = false;
  for (let v58 = 0; v58 < 101; v58++) {
    v57 = (v57 || (a53[v58] === 1));
  }
  return [v57];
}

function argmax59() {
  let v60 = (a53[0] === 1);
  let v61 = 0;
  for (let v62 = 0; v62 < 101; v62++) {
    const v63 = (a53[v62] === 1);
    if (v63 > v60 || (v63 !== v63 && v60 === v60)) { v60 = v63; v61 = v62; }
  }
  return [v61];
}

function fill66() {
  for (let v67 = 0; v67 < 101; v67++) {
    a65[v67] = ((a38[v67] < 9.999999960041972e-13) ? NaN : a38[v67]);
  }
}

function argmax72(v68, v69, v70, v71) {
  let v73 = v68;
  let v74 = 0;
  for (let v75 = 0; v75 < 5; v75++) {
    const v76 = (v75 < 1 ? v68 : (v75 < 2 ? v69 : (v75 < 3 ? v70 : (v75 < 4 ? v71 : true))));
    if (v76 > v73 || (v76 !== v76 && v73 === v73)) { v73 = v76; v74 = v75; }
  }
  return [v74];
}

function fill78() {
  for (let v79 = 0; v79 < 101; v79++) {
    a77[v79 * 2] = (true ? a2[v79 * 2] : NaN);
    a77[v79 * 2 + 1] = (true ? a2[v79 * 2 + 1] : NaN);
  }
}

function fill81() {
  for (let v82 = 0; v82 < 101; v82++) {
    a80[v82 * 2] = (true ? f(v82) : NaN);
    a80[v82 * 2 + 1] = (true ? a65[v82] : NaN);
  }
}

export function compute(x0, x1) {
  const v1 = f(x1);
  const [v7, v8, v9, v10, v11] = scan5(v1, x0);
  fill39();
  fill42();
  const [v45] = or44();
  const [v49] = argmax47();
  const v52 = (v45 ? f(v49) : Infinity);
  fill54();
  const [v57] = or56();
  const [v61] = argmax59();
  const v64 = (v57 ? f(v61) : Infinity);
  fill66();
  const v68 = Number.isFinite(v52);
  const v69 = Number.isFinite(v64);
  const v70 = (a38[100] > a38[0]);
  const v71 = (a4[100] < 0.0010000000474974513);
  const [v74] = argmax72(v68, v69, v70, v71);
  fill78();
  fill81();
  const v83 = ((a38[0] > 1) && v69);
  a84[0] = x0[0];
  a84[1] = x0[1];
  a85[0] = v83;
  a85[1] = v68;
  return [a84, a77, a80, v74, v52, a38[0], a38[100], a4[100], v64, 100, a85];
}
