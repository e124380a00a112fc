// ravine_race: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: 6edf6fedc3b5b84c
const f = Math.fround;
const a6 = new Float32Array(23);
const a9 = new Float32Array(23);
const a12 = new Float32Array(24);
const a15 = new Float32Array(24);
const a25 = new Float32Array(14424);
const a26 = new Float32Array(14424);
const a33 = new Float32Array(24);
const a35 = new Float32Array(48);
const a37 = new Float32Array(48);
const a38 = new Float32Array(48);
const a40 = new Float32Array(48);
const a43 = new Float32Array(48);
const a46 = new Float32Array(24);
const a48 = new Float32Array(24);
const a50 = new Float32Array(48);
const a52 = new Float32Array(48);
const a54 = new Float32Array(24);
const a56 = new Float32Array(24);
const a58 = new Float32Array(24);
const a60 = new Float32Array(48);
const a62 = new Float32Array(24);
const a64 = new Float32Array(48);
const a67 = new Float32Array(24);
const a69 = new Float32Array(24);
const a73 = new Float32Array(48);
const a75 = new Float32Array(14424);
const a79 = new Uint8Array(14424);
const a83 = new Int32Array(24);
const a90 = new Uint8Array(24);
const a95 = new Float32Array(24);
const a98 = new Float32Array(24);
const a101 = new Float32Array(24);
const a107 = new Float32Array(24);
const a117 = new Float32Array(1202);
const a118 = new Float32Array(601);
const a119 = new Float32Array(601);
const a159 = new Float32Array(24);
const a162 = new Float32Array(14424);
const a163 = new Float32Array(14424);
const a170 = new Float32Array(24);
const a172 = new Float32Array(48);
const a173 = new Float32Array(48);
const a175 = new Float32Array(48);
const a176 = new Float32Array(48);
const a178 = new Float32Array(48);
const a180 = new Float32Array(48);
const a183 = new Float32Array(48);
const a186 = new Float32Array(24);
const a188 = new Float32Array(24);
const a190 = new Float32Array(48);
const a192 = new Float32Array(48);
const a194 = new Float32Array(24);
const a196 = new Float32Array(24);
const a198 = new Float32Array(24);
const a200 = new Float32Array(48);
const a202 = new Float32Array(24);
const a204 = new Float32Array(48);
const a206 = new Float32Array(48);
const a209 = new Float32Array(24);
const a211 = new Float32Array(24);
const a215 = new Float32Array(48);
const a217 = new Float32Array(14424);
const a221 = new Uint8Array(14424);
const a225 = new Int32Array(24);
const a232 = new Uint8Array(24);
const a237 = new Float32Array(24);
const a240 = new Float32Array(24);
const a243 = new Float32Array(24);
const a249 = new Float32Array(24);
const a259 = new Float32Array(1202);
const a260 = new Float32Array(601);
const a261 = new Float32Array(601);
const a305 = new Float32Array(24);
const a308 = new Float32Array(14424);
const a309 = new Float32Array(14424);
const a316 = new Float32Array(24);
const a318 = new Float32Array(48);
const a319 = new Float32Array(48);
const a321 = new Float32Array(48);
const a322 = new Float32Array(48);
const a324 = new Float32Array(48);
const a326 = new Float32Array(48);
const a329 = new Float32Array(48);
const a332 = new Float32Array(24);
const a334 = new Float32Array(24);
const a336 = new Float32Array(48);
const a338 = new Float32Array(48);
const a340 = new Float32Array(48);
const a342 = new Float32Array(24);
const a344 = new Float32Array(24);
const a346 = new Float32Array(24);
const a348 = new Float32Array(48);
const a350 = new Float32Array(24);
const a352 = new Float32Array(48);
const a354 = new Float32Array(48);
const a356 = new Float32Array(48);
const a358 = new Float32Array(48);
const a361 = new Float32Array(24);
const a363 = new Float32Array(24);
const a367 = new Float32Array(48);
const a369 = new Float32Array(14424);
const a373 = new Uint8Array(14424);
const a377 = new Int32Array(24);
const a384 = new Uint8Array(24);
const a389 = new Float32Array(24);
const a392 = new Float32Array(24);
const a395 = new Float32Array(24);
const a401 = new Float32Array(24);
const a411 = new Float32Array(1202);
const a412 = new Float32Array(601);
const a413 = new Float32Array(601);
const a463 = new Float32Array(14424);
const a464 = new Float32Array(14424);
const a471 = new Float32Array(24);
const a473 = new Float32Array(48);
const a474 = new Float32Array(48);
const a476 = new Float32Array(48);
const a477 = new Float32Array(48);
const a479 = new Float32Array(48);
const a481 = new Float32Array(48);
const a484 = new Float32Array(48);
const a487 = new Float32Array(24);
const a489 = new Float32Array(24);
const a491 = new Float32Array(48);
const a493 = new Float32Array(48);
const a495 = new Float32Array(48);
const a497 = new Float32Array(24);
const a499 = new Float32Array(24);
const a501 = new Float32Array(24);
const a503 = new Float32Array(48);
const a505 = new Float32Array(24);
const a507 = new Float32Array(48);
const a509 = new Float32Array(48);
const a512 = new Float32Array(48);
const a514 = new Float32Array(48);
const a516 = new Float32Array(24);
const a518 = new Float32Array(24);
const a522 = new Float32Array(48);
const a524 = new Float32Array(14424);
const a528 = new Uint8Array(14424);
const a532 = new Int32Array(24);
const a539 = new Uint8Array(24);
const a544 = new Float32Array(24);
const a547 = new Float32Array(24);
const a550 = new Float32Array(24);
const a556 = new Float32Array(24);
const a566 = new Float32Array(1202);
const a567 = new Float32Array(601);
const a568 = new Float32Array(601);
const a618 = new Float32Array(14424);
const a619 = new Float32Array(14424);
const a626 = new Float32Array(24);
const a628 = new Float32Array(48);
const a629 = new Float32Array(48);
const a631 = new Float32Array(48);
const a632 = new Float32Array(48);
const a634 = new Float32Array(48);
const a636 = new Float32Array(48);
const a639 = new Float32Array(48);
const a642 = new Float32Array(24);
const a644 = new Float32Array(24);
const a646 = new Float32Array(48);
const a648 = new Float32Array(48);
const a650 = new Float32Array(48);
const a652 = new Float32Array(24);
const a654 = new Float32Array(24);
const a656 = new Float32Array(24);
const a658 = new Float32Array(48);
const a660 = new Float32Array(24);
const a662 = new Float32Array(48);
const a664 = new Float32Array(48);
const a666 = new Float32Array(48);
const a668 = new Float32Array(48);
const a671 = new Float32Array(24);
const a673 = new Float32Array(24);
const a677 = new Float32Array(48);
const a679 = new Float32Array(14424);
const a683 = new Uint8Array(14424);
const a687 = new Int32Array(24);
const a694 = new Uint8Array(24);
const a699 = new Float32Array(24);
const a702 = new Float32Array(24);
const a705 = new Float32Array(24);
const a711 = new Float32Array(24);
const a721 = new Float32Array(1202);
const a722 = new Float32Array(601);
const a723 = new Float32Array(601);
const a773 = new Float32Array(14424);
const a774 = new Float32Array(14424);
const a781 = new Float32Array(24);
const a783 = new Float32Array(48);
const a784 = new Float32Array(48);
const a785 = new Float32Array(48);
const a787 = new Float32Array(48);
const a788 = new Float32Array(48);
const a790 = new Float32Array(48);
const a792 = new Float32Array(48);
const a794 = new Float32Array(48);
const a797 = new Float32Array(48);
const a800 = new Float32Array(24);
const a802 = new Float32Array(24);
const a804 = new Float32Array(48);
const a806 = new Float32Array(48);
const a808 = new Float32Array(48);
const a810 = new Float32Array(24);
const a812 = new Float32Array(24);
const a814 = new Float32Array(24);
const a816 = new Float32Array(48);
const a818 = new Float32Array(24);
const a820 = new Float32Array(48);
const a822 = new Float32Array(48);
const a824 = new Float32Array(48);
const a828 = new Float32Array(48);
const a830 = new Float32Array(48);
const a832 = new Float32Array(24);
const a834 = new Float32Array(24);
const a838 = new Float32Array(48);
const a840 = new Float32Array(14424);
const a844 = new Uint8Array(14424);
const a848 = new Int32Array(24);
const a855 = new Uint8Array(24);
const a860 = new Float32Array(24);
const a863 = new Float32Array(24);
const a866 = new Float32Array(24);
const a872 = new Float32Array(24);
const a882 = new Float32Array(1202);
const a883 = new Float32Array(601);
const a884 = new Float32Array(601);
const a948 = new Float32Array(196);
const c952 = Float32Array.of(0, 0.065403126, 0.13052619, 0.19509032, 0.25881904, 0.32143947, 0.38268343, 0.4422887, 0.5, 0.55557024, 0.6087614, 0.6593458, 0.70710677, 0.7518398, 0.7933533, 0.8314696, 0.8660254, 0.89687276, 0.9238795, 0.9469301, 0.9659258, 0.98078525, 0.9914449, 0.99785894, 1, 0.99785894, 0.9914449, 0.98078525, 0.9659258, 0.9469301, 0.9238795, 0.89687276, 0.8660254, 0.8314696, 0.7933533, 0.7518398, 0.70710677, 0.6593458, 0.6087614, 0.55557024, 0.5, 0.4422887, 0.38268343, 0.32143947, 0.25881904, 0.19509032, 0.13052619, 0.065403126, 1.2246469e-16, -0.065403126, -0.13052619, -0.19509032, -0.25881904, -0.32143947, -0.38268343, -0.4422887, -0.5, -0.55557024, -0.6087614, -0.6593458, -0.70710677, -0.7518398, -0.7933533, -0.8314696, -0.8660254, -0.89687276, -0.9238795, -0.9469301, -0.9659258, -0.98078525, -0.9914449, -0.99785894, -1, -0.99785894, -0.9914449, -0.98078525, -0.9659258, -0.9469301, -0.9238795, -0.89687276, -0.8660254, -0.8314696, -0.7933533, -0.7518398, -0.70710677, -0.6593458, -0.6087614, -0.55557024, -0.5, -0.4422887, -0.38268343, -0.32143947, -0.25881904, -0.19509032, -0.13052619, -0.065403126, -2.4492937e-16, NaN);
const c953 = Float32Array.of(1, 0.99785894, 0.9914449, 0.98078525, 0.9659258, 0.9469301, 0.9238795, 0.89687276, 0.8660254, 0.8314696, 0.7933533, 0.7518398, 0.70710677, 0.6593458, 0.6087614, 0.55557024, 0.5, 0.4422887, 0.38268343, 0.32143947, 0.25881904, 0.19509032, 0.13052619, 0.065403126, 6.123234e-17, -0.065403126, -0.13052619, -0.19509032, -0.25881904, -0.32143947, -0.38268343, -0.4422887, -0.5, -0.55557024, -0.6087614, -0.6593458, -0.70710677, -0.7518398, -0.7933533, -0.8314696, -0.8660254, -0.89687276, -0.9238795, -0.9469301, -0.9659258, -0.98078525, -0.9914449, -0.99785894, -1, -0.99785894, -0.9914449, -0.98078525, -0.9659258, -0.9469301, -0.9238795, -0.89687276, -0.8660254, -0.8314696, -0.7933533, -0.7518398, -0.70710677, -0.6593458, -0.6087614, -0.55557024, -0.5, -0.4422887, -0.38268343, -0.32143947, -0.25881904, -0.19509032, -0.13052619, -0.065403126, -1.8369701e-16, 0.065403126, 0.13052619, 0.19509032, 0.25881904, 0.32143947, 0.38268343, 0.4422887, 0.5, 0.55557024, 0.6087614, 0.6593458, 0.70710677, 0.7518398, 0.7933533, 0.8314696, 0.8660254, 0.89687276, 0.9238795, 0.9469301, 0.9659258, 0.98078525, 0.9914449, 0.99785894, 1, NaN);
const a954 = new Float32Array(196);
const a959 = new Uint8Array(601);
const a964 = new Uint8Array(601);
const a972 = new Uint8Array(601);
const a979 = new Uint8Array(601);
const a986 = new Uint8Array(601);
const a993 = new Uint8Array(601);
const a1000 = new Uint8Array(601);
const a1037 = new Float32Array(1176);
const a1040 = new Float32Array(1202);
const a1043 = new Float32Array(1202);
const a1046 = new Float32Array(1202);
const a1049 = new Float32Array(1202);
const a1052 = new Float32Array(1202);
const a1055 = new Float32Array(1202);
const a1087 = new Float32Array(2);
const a1088 = new Float32Array(2);
const a1089 = new Float32Array(2);
const a1090 = new Float32Array(2);
const a1091 = new Float32Array(2);
const a1092 = new Float32Array(2);
const a1093 = new Float32Array(2);
const a1094 = new Float32Array(2);
const a1095 = new Float32Array(4);
const a1096 = new Float32Array(4);
const a1097 = new Float32Array(2);
const a1098 = new Float32Array(2);
const a1099 = new Float32Array(4);
const a1100 = new Float32Array(2);
const a1101 = new Float32Array(2);
const a1102 = new Float32Array(4);
const a1103 = new Float32Array(2);
const a1104 = new Float32Array(2);
const a1105 = new Float32Array(4);
const a1106 = new Float32Array(2);
const a1107 = new Float32Array(2);
const a1108 = new Float32Array(4);
const a1109 = new Float32Array(2);
const a1110 = new Float32Array(2);
const a1111 = new Float32Array(4);
const a1112 = new Float32Array(2);
const a1113 = new Float32Array(2);
const a1114 = new Float32Array(6);
const a1115 = new Float32Array(6);
const a1116 = new Uint8Array(3);

function fill7() {
  for (let v8 = 0; v8 < 23; v8++) {
    a6[v8] = f(v8 / 23);
  }
}

function fill10() {
  for (let v11 = 0; v11 < 23; v11++) {
    a9[v11] = f(1 - a6[v11]);
  }
}

function fill13() {
  for (let v14 = 0; v14 < 24; v14++) {
    a12[v14] = f(f(1 * f(power(10, (v14 < 23 ? f(f(-1.698970079421997 * a9[v14]) + f(-0.004364801570773125 * a6[v14])) : -0.004364801570773125)))) * 2);
  }
}

function fill16(v1) {
  for (let v17 = 0; v17 < 24; v17++) {
    a15[v17] = f(f(a12[v17] * 1) / v1);
  }
}

function scan27(v5, v1, x0) {
  const v28 = f(-v5);
  const v29 = f(Math.cos(v28));
  const v30 = f(Math.sin(v28));
  const v31 = f(-v30);
  const v32 = f(v1 * 0.5);
  for (let v34 = 0; v34 < 24; v34++) {
    a33[v34] = f(-a15[v34]);
  }
  let v36;
  for (let v39 = 0; v39 < 24; v39++) {
    a38[v39 * 2] = x0[0];
    a38[v39 * 2 + 1] = x0[1];
  }
  for (let v41 = 0; v41 < 24; v41++) {
    a40[v41 * 2] = x0[0];
    a40[v41 * 2 + 1] = x0[1];
  }
  a35.set(a38);
  v36 = 0;
  a37.set(a40);
  for (let v42 = 0; v42 < 601; v42++) {
    for (let v44 = 0; v44 < 2; v44++) {
      for (let v45 = 0; v45 < 24; v45++) {
        a43[v44 * 24 + v45] = f(f((v44 < 1 ? v29 : v30) * a35[v45 * 2]) + f((v44 < 1 ? v31 : v29) * a35[v45 * 2 + 1]));
      }
    }
    for (let v47 = 0; v47 < 24; v47++) {
      a46[v47] = f(v32 * f(2 * a43[24 + v47]));
    }
    for (let v49 = 0; v49 < 24; v49++) {
      a48[v49] = f(0.5 * f(2 * a43[v49]));
    }
    for (let v51 = 0; v51 < 24; v51++) {
      a50[v51 * 2] = f(0 + (v51 >= 0 && v51 < 24 ? a48[v51] : 0));
      a50[v51 * 2 + 1] = f((v51 >= 0 && v51 < 24 ? a46[v51] : 0) + 0);
    }
    for (let v53 = 0; v53 < 24; v53++) {
      a52[v53 * 2] = f(f(a50[v53 * 2] * v29) + f(a50[v53 * 2 + 1] * v30));
      a52[v53 * 2 + 1] = f(f(a50[v53 * 2] * v31) + f(a50[v53 * 2 + 1] * v29));
    }
    for (let v55 = 0; v55 < 24; v55++) {
      a54[v55] = f(Math.max(f(Math.abs(a52[v55 * 2])), f(Math.abs(a52[v55 * 2 + 1]))));
    }
    for (let v57 = 0; v57 < 24; v57++) {
      a56[v57] = f(Math.max(0, f(Math.max(0, a54[v57]))));
    }
    for (let v59 = 0; v59 < 24; v59++) {
      a58[v59] = (((a56[v59] > 0) && (a56[v59] < Infinity)) ? a56[v59] : 1);
    }
    for (let v61 = 0; v61 < 24; v61++) {
      a60[v61 * 2] = f(a52[v61 * 2] / a58[v61]);
      a60[v61 * 2 + 1] = f(a52[v61 * 2 + 1] / a58[v61]);
    }
    for (let v63 = 0; v63 < 24; v63++) {
      a62[v63] = f(f(a60[v63 * 2] * a60[v63 * 2]) + f(a60[v63 * 2 + 1] * a60[v63 * 2 + 1]));
    }
    for (let v65 = 0; v65 < 24; v65++) {
      a64[v65 * 2] = f(a35[v65 * 2] + f(a33[v65] * a52[v65 * 2]));
      a64[v65 * 2 + 1] = f(a35[v65 * 2 + 1] + f(a33[v65] * a52[v65 * 2 + 1]));
    }
    const v66 = (v36 + 1 | 0);
    for (let v68 = 0; v68 < 24; v68++) {
      a67[v68] = f(f(f(a43[v68] * a43[v68]) + f(v1 * f(a43[24 + v68] * a43[24 + v68]))) / 2);
    }
    for (let v70 = 0; v70 < 24; v70++) {
      a69[v70] = f(a58[v70] * f(Math.sqrt(f(0 + a62[v70]))));
    }
    for (let v71 = 0; v71 < 24; v71++) {
      a25[v42 * 24 + v71] = a67[v71];
    }
    for (let v72 = 0; v72 < 24; v72++) {
      a26[v42 * 24 + v72] = a69[v72];
    }
    for (let v74 = 0; v74 < 24; v74++) {
      a73[v74 * 2] = a35[v74 * 2];
      a73[v74 * 2 + 1] = a35[v74 * 2 + 1];
    }
    a35.set(a64);
    v36 = v66;
    a37.set(a73);
  }
  return [v36];
}

function fill76(v24) {
  for (let v77 = 0; v77 < 24; v77++) {
    for (let v78 = 0; v78 < 601; v78++) {
      a75[v77 * 601 + v78] = f(a25[v78 * 24 + v77] / v24);
    }
  }
}

function fill80() {
  for (let v81 = 0; v81 < 24; v81++) {
    for (let v82 = 0; v82 < 601; v82++) {
      a79[v81 * 601 + v82] = (!(a75[v81 * 601 + v82] < 9.999999747378752e-06));
    }
  }
}

function fill84() {
  for (let v85 = 0; v85 < 24; v85++) {
    let v86 = (a79[v85 * 601 + 600] === 1);
    let v87 = 0;
    for (let v88 = 0; v88 < 601; v88++) {
      const v89 = (a79[v85 * 601 + v88 * -1 + 600] === 1);
      if (v89 > v86 || (v89 !== v89 && v86 === v86)) { v86 = v89; v87 = v88; }
    }
    a83[v85] = v87;
  }
}

function fill91() {
  for (let v92 = 0; v92 < 24; v92++) {
    let v93 = false;
    for (let v94 = 0; v94 < 601; v94++) {
      v93 = (v93 || (a79[v92 * 601 + v94] === 1));
    }
    a90[v92] = v93;
  }
}

function fill96() {
  for (let v97 = 0; v97 < 24; v97++) {
    a95[v97] = ((a79[v97 * 601 + 600] === 1) ? Infinity : ((a90[v97] === 1) ? f((601 - a83[v97] | 0)) : 0));
  }
}

function fill99() {
  for (let v100 = 0; v100 < 24; v100++) {
    a98[v100] = ((a75[v100 * 601 + 600] !== a75[v100 * 601 + 600]) ? Infinity : a75[v100 * 601 + 600]);
  }
}

function fill102() {
  for (let v103 = 0; v103 < 24; v103++) {
    a101[v103] = ((a98[v103] === Infinity) ? 3.4028234663852886e+38 : a98[v103]);
  }
}

function or104() {
  let v105 = false;
  for (let v106 = 0; v106 < 24; v106++) {
    v105 = (v105 || Number.isFinite(a95[v106]));
  }
  return [v105];
}

function fill108(v105) {
  for (let v109 = 0; v109 < 24; v109++) {
    a107[v109] = (v105 ? a95[v109] : ((a101[v109] === -Infinity) ? -3.4028234663852886e+38 : a101[v109]));
  }
}

function argmin110() {
  let v111 = a107[0];
  let v112 = 0;
  for (let v113 = 0; v113 < 24; v113++) {
    const v114 = a107[v113];
    if (v114 < v111 || (v114 !== v114 && v111 === v111)) { v111 = v114; v112 = v113; }
  }
  return [v112];
}

function scan120(v5, v1, v116, x0) {
  const v121 = f(-v5);
  const v122 = f(Math.cos(v121));
  const v123 = f(Math.sin(v121));
  const v124 = f(-v123);
  const v125 = f(v1 * 0.5);
  const v126 = f(-a15[v116]);
  let v127;
  let v128;
  let v129;
  let v130;
  let v131;
  const v132 = x0[0];
  const v133 = x0[1];
  const v134 = x0[0];
  const v135 = x0[1];
  v127 = v132;
  v128 = v133;
  v129 = 0;
  v130 = v134;
  v131 = v135;
  for (let v136 = 0; v136 < 601; v136++) {
    const v137 = f(f(v122 * v127) + f(v124 * v128));
    const v138 = f(f(v123 * v127) + f(v122 * v128));
    const v139 = f(v125 * f(2 * v138));
    const v140 = f(0.5 * f(2 * v137));
    const v141 = f(0 + v140);
    const v142 = f(v139 + 0);
    const v143 = f(f(v141 * v122) + f(v142 * v123));
    const v144 = f(f(v141 * v124) + f(v142 * v122));
    const v145 = f(Math.max(f(Math.abs(v143)), f(Math.abs(v144))));
    const v146 = f(Math.max(0, f(Math.max(0, v145))));
    const v147 = (((v146 > 0) && (v146 < Infinity)) ? v146 : 1);
    const v148 = f(v143 / v147);
    const v149 = f(v144 / v147);
    const v150 = f(f(v148 * v148) + f(v149 * v149));
    const v151 = f(v127 + f(v126 * v143));
    const v152 = f(v128 + f(v126 * v144));
    const v153 = (v129 + 1 | 0);
    const v154 = f(f(f(v137 * v137) + f(v1 * f(v138 * v138))) / 2);
    const v155 = f(v147 * f(Math.sqrt(f(0 + v150))));
    a117[v136 * 2] = v127;
    a117[v136 * 2 + 1] = v128;
    a118[v136] = v154;
    a119[v136] = v155;
    const v156 = v127;
    const v157 = v128;
    v127 = v151;
    v128 = v152;
    v129 = v153;
    v130 = v156;
    v131 = v157;
  }
  return [v127, v128, v129, v130, v131];
}

function fill160(v1) {
  for (let v161 = 0; v161 < 24; v161++) {
    a159[v161] = f(f(a12[v161] * 1.899999976158142) / v1);
  }
}

function scan164(v5, v1, x0) {
  const v165 = f(-v5);
  const v166 = f(Math.cos(v165));
  const v167 = f(Math.sin(v165));
  const v168 = f(-v167);
  const v169 = f(v1 * 0.5);
  for (let v171 = 0; v171 < 24; v171++) {
    a170[v171] = f(-a159[v171]);
  }
  let v174;
  for (let v177 = 0; v177 < 24; v177++) {
    a176[v177 * 2] = x0[0];
    a176[v177 * 2 + 1] = x0[1];
  }
  for (let v179 = 0; v179 < 24; v179++) {
    a178[v179 * 2] = 0;
    a178[v179 * 2 + 1] = 0;
  }
  for (let v181 = 0; v181 < 24; v181++) {
    a180[v181 * 2] = x0[0];
    a180[v181 * 2 + 1] = x0[1];
  }
  a172.set(a176);
  a173.set(a178);
  v174 = 0;
  a175.set(a180);
  for (let v182 = 0; v182 < 601; v182++) {
    for (let v184 = 0; v184 < 2; v184++) {
      for (let v185 = 0; v185 < 24; v185++) {
        a183[v184 * 24 + v185] = f(f((v184 < 1 ? v166 : v167) * a172[v185 * 2]) + f((v184 < 1 ? v168 : v166) * a172[v185 * 2 + 1]));
      }
    }
    for (let v187 = 0; v187 < 24; v187++) {
      a186[v187] = f(v169 * f(2 * a183[24 + v187]));
    }
    for (let v189 = 0; v189 < 24; v189++) {
      a188[v189] = f(0.5 * f(2 * a183[v189]));
    }
    for (let v191 = 0; v191 < 24; v191++) {
      a190[v191 * 2] = f(0 + (v191 >= 0 && v191 < 24 ? a188[v191] : 0));
      a190[v191 * 2 + 1] = f((v191 >= 0 && v191 < 24 ? a186[v191] : 0) + 0);
    }
    for (let v193 = 0; v193 < 24; v193++) {
      a192[v193 * 2] = f(f(a190[v193 * 2] * v166) + f(a190[v193 * 2 + 1] * v167));
      a192[v193 * 2 + 1] = f(f(a190[v193 * 2] * v168) + f(a190[v193 * 2 + 1] * v166));
    }
    for (let v195 = 0; v195 < 24; v195++) {
      a194[v195] = f(Math.max(f(Math.abs(a192[v195 * 2])), f(Math.abs(a192[v195 * 2 + 1]))));
    }
    for (let v197 = 0; v197 < 24; v197++) {
      a196[v197] = f(Math.max(0, f(Math.max(0, a194[v197]))));
    }
    for (let v199 = 0; v199 < 24; v199++) {
      a198[v199] = (((a196[v199] > 0) && (a196[v199] < Infinity)) ? a196[v199] : 1);
    }
    for (let v201 = 0; v201 < 24; v201++) {
      a200[v201 * 2] = f(a192[v201 * 2] / a198[v201]);
      a200[v201 * 2 + 1] = f(a192[v201 * 2 + 1] / a198[v201]);
    }
    for (let v203 = 0; v203 < 24; v203++) {
      a202[v203] = f(f(a200[v203 * 2] * a200[v203 * 2]) + f(a200[v203 * 2 + 1] * a200[v203 * 2 + 1]));
    }
    for (let v205 = 0; v205 < 24; v205++) {
      a204[v205 * 2] = f(f(0.8999999761581421 * a173[v205 * 2]) + f(a170[v205] * a192[v205 * 2]));
      a204[v205 * 2 + 1] = f(f(0.8999999761581421 * a173[v205 * 2 + 1]) + f(a170[v205] * a192[v205 * 2 + 1]));
    }
    for (let v207 = 0; v207 < 24; v207++) {
      a206[v207 * 2] = f(a172[v207 * 2] + f(1 * a204[v207 * 2]));
      a206[v207 * 2 + 1] = f(a172[v207 * 2 + 1] + f(1 * a204[v207 * 2 + 1]));
    }
    const v208 = (v174 + 1 | 0);
    for (let v210 = 0; v210 < 24; v210++) {
      a209[v210] = f(f(f(a183[v210] * a183[v210]) + f(v1 * f(a183[24 + v210] * a183[24 + v210]))) / 2);
    }
    for (let v212 = 0; v212 < 24; v212++) {
      a211[v212] = f(a198[v212] * f(Math.sqrt(f(0 + a202[v212]))));
    }
    for (let v213 = 0; v213 < 24; v213++) {
      a162[v182 * 24 + v213] = a209[v213];
    }
    for (let v214 = 0; v214 < 24; v214++) {
      a163[v182 * 24 + v214] = a211[v214];
    }
    for (let v216 = 0; v216 < 24; v216++) {
      a215[v216 * 2] = a172[v216 * 2];
      a215[v216 * 2 + 1] = a172[v216 * 2 + 1];
    }
    a172.set(a206);
    a173.set(a204);
    v174 = v208;
    a175.set(a215);
  }
  return [v174];
}

function fill218(v24) {
  for (let v219 = 0; v219 < 24; v219++) {
    for (let v220 = 0; v220 < 601; v220++) {
      a217[v219 * 601 + v220] = f(a162[v220 * 24 + v219] / v24);
    }
  }
}

function fill222() {
  for (let v223 = 0; v223 < 24; v223++) {
    for (let v224 = 0; v224 < 601; v224++) {
      a221[v223 * 601 + v224] = (!(a217[v223 * 601 + v224] < 9.999999747378752e-06));
    }
  }
}

function fill226() {
  for (let v227 = 0; v227 < 24; v227++) {
    let v228 = (a221[v227 * 601 + 600] === 1);
    let v229 = 0;
    for (let v230 = 0; v230 < 601; v230++) {
      const v231 = (a221[v227 * 601 + v230 * -1 + 600] === 1);
      if (v231 > v228 || (v231 !== v231 && v228 === v228)) { v228 = v231; v229 = v230; }
    }
    a225[v227] = v229;
  }
}

function fill233() {
  for (let v234 = 0; v234 < 24; v234++) {
    let v235 = false;
    for (let v236 = 0; v236 < 601; v236++) {
      v235 = (v235 || (a221[v234 * 601 + v236] === 1));
    }
    a232[v234] = v235;
  }
}

function fill238() {
  for (let v239 = 0; v239 < 24; v239++) {
    a237[v239] = ((a221[v239 * 601 + 600] === 1) ? Infinity : ((a232[v239] === 1) ? f((601 - a225[v239] | 0)) : 0));
  }
}

function fill241() {
  for (let v242 = 0; v242 < 24; v242++) {
    a240[v242] = ((a217[v242 * 601 + 600] !== a217[v242 * 601 + 600]) ? Infinity : a217[v242 * 601 + 600]);
  }
}

function fill244() {
  for (let v245 = 0; v245 < 24; v245++) {
    a243[v245] = ((a240[v245] === Infinity) ? 3.4028234663852886e+38 : a240[v245]);
  }
}

function or246() {
  let v247 = false;
  for (let v248 = 0; v248 < 24; v248++) {
    v247 = (v247 || Number.isFinite(a237[v248]));
  }
  return [v247];
}

function fill250(v247) {
  for (let v251 = 0; v251 < 24; v251++) {
    a249[v251] = (v247 ? a237[v251] : ((a243[v251] === -Infinity) ? -3.4028234663852886e+38 : a243[v251]));
  }
}

function argmin252() {
  let v253 = a249[0];
  let v254 = 0;
  for (let v255 = 0; v255 < 24; v255++) {
    const v256 = a249[v255];
    if (v256 < v253 || (v256 !== v256 && v253 === v253)) { v253 = v256; v254 = v255; }
  }
  return [v254];
}

function scan262(v5, v1, v258, x0) {
  const v263 = f(-v5);
  const v264 = f(Math.cos(v263));
  const v265 = f(Math.sin(v263));
  const v266 = f(-v265);
  const v267 = f(v1 * 0.5);
  const v268 = f(-a159[v258]);
  let v269;
  let v270;
  let v271;
  let v272;
  let v273;
  let v274;
  let v275;
  const v276 = x0[0];
  const v277 = x0[1];
  const v278 = x0[0];
  const v279 = x0[1];
  v269 = v276;
  v270 = v277;
  v271 = 0;
  v272 = 0;
  v273 = 0;
  v274 = v278;
  v275 = v279;
  for (let v280 = 0; v280 < 601; v280++) {
    const v281 = f(f(v264 * v269) + f(v266 * v270));
    const v282 = f(f(v265 * v269) + f(v264 * v270));
    const v283 = f(v267 * f(2 * v282));
    const v284 = f(0.5 * f(2 * v281));
    const v285 = f(0 + v284);
    const v286 = f(v283 + 0);
    const v287 = f(f(v285 * v264) + f(v286 * v265));
    const v288 = f(f(v285 * v266) + f(v286 * v264));
    const v289 = f(Math.max(f(Math.abs(v287)), f(Math.abs(v288))));
    const v290 = f(Math.max(0, f(Math.max(0, v289))));
    const v291 = (((v290 > 0) && (v290 < Infinity)) ? v290 : 1);
    const v292 = f(v287 / v291);
    const v293 = f(v288 / v291);
    const v294 = f(f(v292 * v292) + f(v293 * v293));
    const v295 = f(f(0.8999999761581421 * v271) + f(v268 * v287));
    const v296 = f(f(0.8999999761581421 * v272) + f(v268 * v288));
    const v297 = f(v269 + f(1 * v295));
    const v298 = f(v270 + f(1 * v296));
    const v299 = (v273 + 1 | 0);
    const v300 = f(f(f(v281 * v281) + f(v1 * f(v282 * v282))) / 2);
    const v301 = f(v291 * f(Math.sqrt(f(0 + v294))));
    a259[v280 * 2] = v269;
    a259[v280 * 2 + 1] = v270;
    a260[v280] = v300;
    a261[v280] = v301;
    const v302 = v269;
    const v303 = v270;
    v269 = v297;
    v270 = v298;
    v271 = v295;
    v272 = v296;
    v273 = v299;
    v274 = v302;
    v275 = v303;
  }
  return [v269, v270, v271, v272, v273, v274, v275];
}

function fill306() {
  for (let v307 = 0; v307 < 24; v307++) {
    a305[v307] = f(1 * f(power(10, (v307 < 23 ? f(f(-3 * a9[v307]) + f(0.6020600199699402 * a6[v307])) : 0.6020600199699402))));
  }
}

function scan310(v5, v1, x0) {
  const v311 = f(-v5);
  const v312 = f(Math.cos(v311));
  const v313 = f(Math.sin(v311));
  const v314 = f(-v313);
  const v315 = f(v1 * 0.5);
  for (let v317 = 0; v317 < 24; v317++) {
    a316[v317] = f(-a305[v317]);
  }
  let v320;
  for (let v323 = 0; v323 < 24; v323++) {
    a322[v323 * 2] = x0[0];
    a322[v323 * 2 + 1] = x0[1];
  }
  for (let v325 = 0; v325 < 24; v325++) {
    a324[v325 * 2] = 0;
    a324[v325 * 2 + 1] = 0;
  }
  for (let v327 = 0; v327 < 24; v327++) {
    a326[v327 * 2] = x0[0];
    a326[v327 * 2 + 1] = x0[1];
  }
  a318.set(a322);
  a319.set(a324);
  v320 = 0;
  a321.set(a326);
  for (let v328 = 0; v328 < 601; v328++) {
    for (let v330 = 0; v330 < 2; v330++) {
      for (let v331 = 0; v331 < 24; v331++) {
        a329[v330 * 24 + v331] = f(f((v330 < 1 ? v312 : v313) * a318[v331 * 2]) + f((v330 < 1 ? v314 : v312) * a318[v331 * 2 + 1]));
      }
    }
    for (let v333 = 0; v333 < 24; v333++) {
      a332[v333] = f(v315 * f(2 * a329[24 + v333]));
    }
    for (let v335 = 0; v335 < 24; v335++) {
      a334[v335] = f(0.5 * f(2 * a329[v335]));
    }
    for (let v337 = 0; v337 < 24; v337++) {
      a336[v337 * 2] = f(0 + (v337 >= 0 && v337 < 24 ? a334[v337] : 0));
      a336[v337 * 2 + 1] = f((v337 >= 0 && v337 < 24 ? a332[v337] : 0) + 0);
    }
    for (let v339 = 0; v339 < 24; v339++) {
      a338[v339 * 2] = f(f(a336[v339 * 2] * v312) + f(a336[v339 * 2 + 1] * v313));
      a338[v339 * 2 + 1] = f(f(a336[v339 * 2] * v314) + f(a336[v339 * 2 + 1] * v312));
    }
    for (let v341 = 0; v341 < 24; v341++) {
      a340[v341 * 2] = f(Math.abs(a338[v341 * 2]));
      a340[v341 * 2 + 1] = f(Math.abs(a338[v341 * 2 + 1]));
    }
    for (let v343 = 0; v343 < 24; v343++) {
      a342[v343] = f(Math.max(a340[v343 * 2], a340[v343 * 2 + 1]));
    }
    for (let v345 = 0; v345 < 24; v345++) {
      a344[v345] = f(Math.max(0, f(Math.max(0, a342[v345]))));
    }
    for (let v347 = 0; v347 < 24; v347++) {
      a346[v347] = (((a344[v347] > 0) && (a344[v347] < Infinity)) ? a344[v347] : 1);
    }
    for (let v349 = 0; v349 < 24; v349++) {
      a348[v349 * 2] = f(a338[v349 * 2] / a346[v349]);
      a348[v349 * 2 + 1] = f(a338[v349 * 2 + 1] / a346[v349]);
    }
    for (let v351 = 0; v351 < 24; v351++) {
      a350[v351] = f(f(a348[v351 * 2] * a348[v351 * 2]) + f(a348[v351 * 2 + 1] * a348[v351 * 2 + 1]));
    }
    for (let v353 = 0; v353 < 24; v353++) {
      a352[v353 * 2] = ((a340[v353 * 2] === Infinity) ? a338[v353 * 2] : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, a338[v353 * 2])))));
      a352[v353 * 2 + 1] = ((a340[v353 * 2 + 1] === Infinity) ? a338[v353 * 2 + 1] : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, a338[v353 * 2 + 1])))));
    }
    for (let v355 = 0; v355 < 24; v355++) {
      a354[v355 * 2] = f(a319[v355 * 2] + f(1 * f(a352[v355 * 2] * a352[v355 * 2])));
      a354[v355 * 2 + 1] = f(a319[v355 * 2 + 1] + f(1 * f(a352[v355 * 2 + 1] * a352[v355 * 2 + 1])));
    }
    for (let v357 = 0; v357 < 24; v357++) {
      a356[v357 * 2] = f(f(Math.sqrt(a354[v357 * 2])) + 9.99999993922529e-09);
      a356[v357 * 2 + 1] = f(f(Math.sqrt(a354[v357 * 2 + 1])) + 9.99999993922529e-09);
    }
    for (let v359 = 0; v359 < 24; v359++) {
      a358[v359 * 2] = f(a318[v359 * 2] + f(a316[v359] * f(a352[v359 * 2] / ((a356[v359 * 2] === 0) ? 1 : a356[v359 * 2]))));
      a358[v359 * 2 + 1] = f(a318[v359 * 2 + 1] + f(a316[v359] * f(a352[v359 * 2 + 1] / ((a356[v359 * 2 + 1] === 0) ? 1 : a356[v359 * 2 + 1]))));
    }
    const v360 = (v320 + 1 | 0);
    for (let v362 = 0; v362 < 24; v362++) {
      a361[v362] = f(f(f(a329[v362] * a329[v362]) + f(v1 * f(a329[24 + v362] * a329[24 + v362]))) / 2);
    }
    for (let v364 = 0; v364 < 24; v364++) {
      a363[v364] = f(a346[v364] * f(Math.sqrt(f(0 + a350[v364]))));
    }
    for (let v365 = 0; v365 < 24; v365++) {
      a308[v328 * 24 + v365] = a361[v365];
    }
    for (let v366 = 0; v366 < 24; v366++) {
      a309[v328 * 24 + v366] = a363[v366];
    }
    for (let v368 = 0; v368 < 24; v368++) {
      a367[v368 * 2] = a318[v368 * 2];
      a367[v368 * 2 + 1] = a318[v368 * 2 + 1];
    }
    a318.set(a358);
    a319.set(a354);
    v320 = v360;
    a321.set(a367);
  }
  return [v320];
}

function fill370(v24) {
  for (let v371 = 0; v371 < 24; v371++) {
    for (let v372 = 0; v372 < 601; v372++) {
      a369[v371 * 601 + v372] = f(a308[v372 * 24 + v371] / v24);
    }
  }
}

function fill374() {
  for (let v375 = 0; v375 < 24; v375++) {
    for (let v376 = 0; v376 < 601; v376++) {
      a373[v375 * 601 + v376] = (!(a369[v375 * 601 + v376] < 9.999999747378752e-06));
    }
  }
}

function fill378() {
  for (let v379 = 0; v379 < 24; v379++) {
    let v380 = (a373[v379 * 601 + 600] === 1);
    let v381 = 0;
    for (let v382 = 0; v382 < 601; v382++) {
      const v383 = (a373[v379 * 601 + v382 * -1 + 600] === 1);
      if (v383 > v380 || (v383 !== v383 && v380 === v380)) { v380 = v383; v381 = v382; }
    }
    a377[v379] = v381;
  }
}

function fill385() {
  for (let v386 = 0; v386 < 24; v386++) {
    let v387 = false;
    for (let v388 = 0; v388 < 601; v388++) {
      v387 = (v387 || (a373[v386 * 601 + v388] === 1));
    }
    a384[v386] = v387;
  }
}

function fill390() {
  for (let v391 = 0; v391 < 24; v391++) {
    a389[v391] = ((a373[v391 * 601 + 600] === 1) ? Infinity : ((a384[v391] === 1) ? f((601 - a377[v391] | 0)) : 0));
  }
}

function fill393() {
  for (let v394 = 0; v394 < 24; v394++) {
    a392[v394] = ((a369[v394 * 601 + 600] !== a369[v394 * 601 + 600]) ? Infinity : a369[v394 * 601 + 600]);
  }
}

function fill396() {
  for (let v397 = 0; v397 < 24; v397++) {
    a395[v397] = ((a392[v397] === Infinity) ? 3.4028234663852886e+38 : a392[v397]);
  }
}

function or398() {
  let v399 = false;
  for (let v400 = 0; v400 < 24; v400++) {
    v399 = (v399 || Number.isFinite(a389[v400]));
  }
  return [v399];
}

function fill402(v399) {
  for (let v403 = 0; v403 < 24; v403++) {
    a401[v403] = (v399 ? a389[v403] : ((a395[v403] === -Infinity) ? -3.4028234663852886e+38 : a395[v403]));
  }
}

function argmin404() {
  let v405 = a401[0];
  let v406 = 0;
  for (let v407 = 0; v407 < 24; v407++) {
    const v408 = a401[v407];
    if (v408 < v405 || (v408 !== v408 && v405 === v405)) { v405 = v408; v406 = v407; }
  }
  return [v406];
}

function scan414(v5, v1, v410, x0) {
  const v415 = f(-v5);
  const v416 = f(Math.cos(v415));
  const v417 = f(Math.sin(v415));
  const v418 = f(-v417);
  const v419 = f(v1 * 0.5);
  const v420 = f(-a305[v410]);
  let v421;
  let v422;
  let v423;
  let v424;
  let v425;
  let v426;
  let v427;
  const v428 = x0[0];
  const v429 = x0[1];
  const v430 = x0[0];
  const v431 = x0[1];
  v421 = v428;
  v422 = v429;
  v423 = 0;
  v424 = 0;
  v425 = 0;
  v426 = v430;
  v427 = v431;
  for (let v432 = 0; v432 < 601; v432++) {
    const v433 = f(f(v416 * v421) + f(v418 * v422));
    const v434 = f(f(v417 * v421) + f(v416 * v422));
    const v435 = f(v419 * f(2 * v434));
    const v436 = f(0.5 * f(2 * v433));
    const v437 = f(0 + v436);
    const v438 = f(v435 + 0);
    const v439 = f(f(v437 * v416) + f(v438 * v417));
    const v440 = f(f(v437 * v418) + f(v438 * v416));
    const v441 = f(Math.abs(v439));
    const v442 = f(Math.abs(v440));
    const v443 = f(Math.max(v441, v442));
    const v444 = f(Math.max(0, f(Math.max(0, v443))));
    const v445 = (((v444 > 0) && (v444 < Infinity)) ? v444 : 1);
    const v446 = f(v439 / v445);
    const v447 = f(v440 / v445);
    const v448 = f(f(v446 * v446) + f(v447 * v447));
    const v449 = ((v441 === Infinity) ? v439 : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, v439)))));
    const v450 = ((v442 === Infinity) ? v440 : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, v440)))));
    const v451 = f(v423 + f(1 * f(v449 * v449)));
    const v452 = f(v424 + f(1 * f(v450 * v450)));
    const v453 = f(f(Math.sqrt(v451)) + 9.99999993922529e-09);
    const v454 = f(f(Math.sqrt(v452)) + 9.99999993922529e-09);
    const v455 = f(v421 + f(v420 * f(v449 / ((v453 === 0) ? 1 : v453))));
    const v456 = f(v422 + f(v420 * f(v450 / ((v454 === 0) ? 1 : v454))));
    const v457 = (v425 + 1 | 0);
    const v458 = f(f(f(v433 * v433) + f(v1 * f(v434 * v434))) / 2);
    const v459 = f(v445 * f(Math.sqrt(f(0 + v448))));
    a411[v432 * 2] = v421;
    a411[v432 * 2 + 1] = v422;
    a412[v432] = v458;
    a413[v432] = v459;
    const v460 = v421;
    const v461 = v422;
    v421 = v455;
    v422 = v456;
    v423 = v451;
    v424 = v452;
    v425 = v457;
    v426 = v460;
    v427 = v461;
  }
  return [v421, v422, v423, v424, v425, v426, v427];
}

function scan465(v5, v1, x0) {
  const v466 = f(-v5);
  const v467 = f(Math.cos(v466));
  const v468 = f(Math.sin(v466));
  const v469 = f(-v468);
  const v470 = f(v1 * 0.5);
  for (let v472 = 0; v472 < 24; v472++) {
    a471[v472] = f(-a305[v472]);
  }
  let v475;
  for (let v478 = 0; v478 < 24; v478++) {
    a477[v478 * 2] = x0[0];
    a477[v478 * 2 + 1] = x0[1];
  }
  for (let v480 = 0; v480 < 24; v480++) {
    a479[v480 * 2] = 0;
    a479[v480 * 2 + 1] = 0;
  }
  for (let v482 = 0; v482 < 24; v482++) {
    a481[v482 * 2] = x0[0];
    a481[v482 * 2 + 1] = x0[1];
  }
  a473.set(a477);
  a474.set(a479);
  v475 = 0;
  a476.set(a481);
  for (let v483 = 0; v483 < 601; v483++) {
    for (let v485 = 0; v485 < 2; v485++) {
      for (let v486 = 0; v486 < 24; v486++) {
        a484[v485 * 24 + v486] = f(f((v485 < 1 ? v467 : v468) * a473[v486 * 2]) + f((v485 < 1 ? v469 : v467) * a473[v486 * 2 + 1]));
      }
    }
    for (let v488 = 0; v488 < 24; v488++) {
      a487[v488] = f(v470 * f(2 * a484[24 + v488]));
    }
    for (let v490 = 0; v490 < 24; v490++) {
      a489[v490] = f(0.5 * f(2 * a484[v490]));
    }
    for (let v492 = 0; v492 < 24; v492++) {
      a491[v492 * 2] = f(0 + (v492 >= 0 && v492 < 24 ? a489[v492] : 0));
      a491[v492 * 2 + 1] = f((v492 >= 0 && v492 < 24 ? a487[v492] : 0) + 0);
    }
    for (let v494 = 0; v494 < 24; v494++) {
      a493[v494 * 2] = f(f(a491[v494 * 2] * v467) + f(a491[v494 * 2 + 1] * v468));
      a493[v494 * 2 + 1] = f(f(a491[v494 * 2] * v469) + f(a491[v494 * 2 + 1] * v467));
    }
    for (let v496 = 0; v496 < 24; v496++) {
      a495[v496 * 2] = f(Math.abs(a493[v496 * 2]));
      a495[v496 * 2 + 1] = f(Math.abs(a493[v496 * 2 + 1]));
    }
    for (let v498 = 0; v498 < 24; v498++) {
      a497[v498] = f(Math.max(a495[v498 * 2], a495[v498 * 2 + 1]));
    }
    for (let v500 = 0; v500 < 24; v500++) {
      a499[v500] = f(Math.max(0, f(Math.max(0, a497[v500]))));
    }
    for (let v502 = 0; v502 < 24; v502++) {
      a501[v502] = (((a499[v502] > 0) && (a499[v502] < Infinity)) ? a499[v502] : 1);
    }
    for (let v504 = 0; v504 < 24; v504++) {
      a503[v504 * 2] = f(a493[v504 * 2] / a501[v504]);
      a503[v504 * 2 + 1] = f(a493[v504 * 2 + 1] / a501[v504]);
    }
    for (let v506 = 0; v506 < 24; v506++) {
      a505[v506] = f(f(a503[v506 * 2] * a503[v506 * 2]) + f(a503[v506 * 2 + 1] * a503[v506 * 2 + 1]));
    }
    for (let v508 = 0; v508 < 24; v508++) {
      a507[v508 * 2] = ((a495[v508 * 2] === Infinity) ? a493[v508 * 2] : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, a493[v508 * 2])))));
      a507[v508 * 2 + 1] = ((a495[v508 * 2 + 1] === Infinity) ? a493[v508 * 2 + 1] : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, a493[v508 * 2 + 1])))));
    }
    for (let v510 = 0; v510 < 24; v510++) {
      a509[v510 * 2] = f(a474[v510 * 2] + f(1 * f(a507[v510 * 2] * a507[v510 * 2])));
      a509[v510 * 2 + 1] = f(a474[v510 * 2 + 1] + f(1 * f(a507[v510 * 2 + 1] * a507[v510 * 2 + 1])));
    }
    const v511 = (v475 + 1 | 0);
    for (let v513 = 0; v513 < 24; v513++) {
      a512[v513 * 2] = f(f(Math.sqrt(f(f(1 / f(v511)) * a509[v513 * 2]))) + 9.99999993922529e-09);
      a512[v513 * 2 + 1] = f(f(Math.sqrt(f(f(1 / f(v511)) * a509[v513 * 2 + 1]))) + 9.99999993922529e-09);
    }
    for (let v515 = 0; v515 < 24; v515++) {
      a514[v515 * 2] = f(a473[v515 * 2] + f(a471[v515] * f(a507[v515 * 2] / ((a512[v515 * 2] === 0) ? 1 : a512[v515 * 2]))));
      a514[v515 * 2 + 1] = f(a473[v515 * 2 + 1] + f(a471[v515] * f(a507[v515 * 2 + 1] / ((a512[v515 * 2 + 1] === 0) ? 1 : a512[v515 * 2 + 1]))));
    }
    for (let v517 = 0; v517 < 24; v517++) {
      a516[v517] = f(f(f(a484[v517] * a484[v517]) + f(v1 * f(a484[24 + v517] * a484[24 + v517]))) / 2);
    }
    for (let v519 = 0; v519 < 24; v519++) {
      a518[v519] = f(a501[v519] * f(Math.sqrt(f(0 + a505[v519]))));
    }
    for (let v520 = 0; v520 < 24; v520++) {
      a463[v483 * 24 + v520] = a516[v520];
    }
    for (let v521 = 0; v521 < 24; v521++) {
      a464[v483 * 24 + v521] = a518[v521];
    }
    for (let v523 = 0; v523 < 24; v523++) {
      a522[v523 * 2] = a473[v523 * 2];
      a522[v523 * 2 + 1] = a473[v523 * 2 + 1];
    }
    a473.set(a514);
    a474.set(a509);
    v475 = v511;
    a476.set(a522);
  }
  return [v475];
}

function fill525(v24) {
  for (let v526 = 0; v526 < 24; v526++) {
    for (let v527 = 0; v527 < 601; v527++) {
      a524[v526 * 601 + v527] = f(a463[v527 * 24 + v526] / v24);
    }
  }
}

function fill529() {
  for (let v530 = 0; v530 < 24; v530++) {
    for (let v531 = 0; v531 < 601; v531++) {
      a528[v530 * 601 + v531] = (!(a524[v530 * 601 + v531] < 9.999999747378752e-06));
    }
  }
}

function fill533() {
  for (let v534 = 0; v534 < 24; v534++) {
    let v535 = (a528[v534 * 601 + 600] === 1);
    let v536 = 0;
    for (let v537 = 0; v537 < 601; v537++) {
      const v538 = (a528[v534 * 601 + v537 * -1 + 600] === 1);
      if (v538 > v535 || (v538 !== v538 && v535 === v535)) { v535 = v538; v536 = v537; }
    }
    a532[v534] = v536;
  }
}

function fill540() {
  for (let v541 = 0; v541 < 24; v541++) {
    let v542 = false;
    for (let v543 = 0; v543 < 601; v543++) {
      v542 = (v542 || (a528[v541 * 601 + v543] === 1));
    }
    a539[v541] = v542;
  }
}

function fill545() {
  for (let v546 = 0; v546 < 24; v546++) {
    a544[v546] = ((a528[v546 * 601 + 600] === 1) ? Infinity : ((a539[v546] === 1) ? f((601 - a532[v546] | 0)) : 0));
  }
}

function fill548() {
  for (let v549 = 0; v549 < 24; v549++) {
    a547[v549] = ((a524[v549 * 601 + 600] !== a524[v549 * 601 + 600]) ? Infinity : a524[v549 * 601 + 600]);
  }
}

function fill551() {
  for (let v552 = 0; v552 < 24; v552++) {
    a550[v552] = ((a547[v552] === Infinity) ? 3.4028234663852886e+38 : a547[v552]);
  }
}

function or553() {
  let v554 = false;
  for (let v555 = 0; v555 < 24; v555++) {
    v554 = (v554 || Number.isFinite(a544[v555]));
  }
  return [v554];
}

function fill557(v554) {
  for (let v558 = 0; v558 < 24; v558++) {
    a556[v558] = (v554 ? a544[v558] : ((a550[v558] === -Infinity) ? -3.4028234663852886e+38 : a550[v558]));
  }
}

function argmin559() {
  let v560 = a556[0];
  let v561 = 0;
  for (let v562 = 0; v562 < 24; v562++) {
    const v563 = a556[v562];
    if (v563 < v560 || (v563 !== v563 && v560 === v560)) { v560 = v563; v561 = v562; }
  }
  return [v561];
}

function scan569(v5, v1, v565, x0) {
  const v570 = f(-v5);
  const v571 = f(Math.cos(v570));
  const v572 = f(Math.sin(v570));
  const v573 = f(-v572);
  const v574 = f(v1 * 0.5);
  const v575 = f(-a305[v565]);
  let v576;
  let v577;
  let v578;
  let v579;
  let v580;
  let v581;
  let v582;
  const v583 = x0[0];
  const v584 = x0[1];
  const v585 = x0[0];
  const v586 = x0[1];
  v576 = v583;
  v577 = v584;
  v578 = 0;
  v579 = 0;
  v580 = 0;
  v581 = v585;
  v582 = v586;
  for (let v587 = 0; v587 < 601; v587++) {
    const v588 = f(f(v571 * v576) + f(v573 * v577));
    const v589 = f(f(v572 * v576) + f(v571 * v577));
    const v590 = f(v574 * f(2 * v589));
    const v591 = f(0.5 * f(2 * v588));
    const v592 = f(0 + v591);
    const v593 = f(v590 + 0);
    const v594 = f(f(v592 * v571) + f(v593 * v572));
    const v595 = f(f(v592 * v573) + f(v593 * v571));
    const v596 = f(Math.abs(v594));
    const v597 = f(Math.abs(v595));
    const v598 = f(Math.max(v596, v597));
    const v599 = f(Math.max(0, f(Math.max(0, v598))));
    const v600 = (((v599 > 0) && (v599 < Infinity)) ? v599 : 1);
    const v601 = f(v594 / v600);
    const v602 = f(v595 / v600);
    const v603 = f(f(v601 * v601) + f(v602 * v602));
    const v604 = ((v596 === Infinity) ? v594 : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, v594)))));
    const v605 = ((v597 === Infinity) ? v595 : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, v595)))));
    const v606 = f(v578 + f(1 * f(v604 * v604)));
    const v607 = f(v579 + f(1 * f(v605 * v605)));
    const v608 = (v580 + 1 | 0);
    const v609 = f(f(Math.sqrt(f(f(1 / f(v608)) * v606))) + 9.99999993922529e-09);
    const v610 = f(f(Math.sqrt(f(f(1 / f(v608)) * v607))) + 9.99999993922529e-09);
    const v611 = f(v576 + f(v575 * f(v604 / ((v609 === 0) ? 1 : v609))));
    const v612 = f(v577 + f(v575 * f(v605 / ((v610 === 0) ? 1 : v610))));
    const v613 = f(f(f(v588 * v588) + f(v1 * f(v589 * v589))) / 2);
    const v614 = f(v600 * f(Math.sqrt(f(0 + v603))));
    a566[v587 * 2] = v576;
    a566[v587 * 2 + 1] = v577;
    a567[v587] = v613;
    a568[v587] = v614;
    const v615 = v576;
    const v616 = v577;
    v576 = v611;
    v577 = v612;
    v578 = v606;
    v579 = v607;
    v580 = v608;
    v581 = v615;
    v582 = v616;
  }
  return [v576, v577, v578, v579, v580, v581, v582];
}

function scan620(v5, v1, x0) {
  const v621 = f(-v5);
  const v622 = f(Math.cos(v621));
  const v623 = f(Math.sin(v621));
  const v624 = f(-v623);
  const v625 = f(v1 * 0.5);
  for (let v627 = 0; v627 < 24; v627++) {
    a626[v627] = f(-a305[v627]);
  }
  let v630;
  for (let v633 = 0; v633 < 24; v633++) {
    a632[v633 * 2] = x0[0];
    a632[v633 * 2 + 1] = x0[1];
  }
  for (let v635 = 0; v635 < 24; v635++) {
    a634[v635 * 2] = 0;
    a634[v635 * 2 + 1] = 0;
  }
  for (let v637 = 0; v637 < 24; v637++) {
    a636[v637 * 2] = x0[0];
    a636[v637 * 2 + 1] = x0[1];
  }
  a628.set(a632);
  a629.set(a634);
  v630 = 0;
  a631.set(a636);
  for (let v638 = 0; v638 < 601; v638++) {
    for (let v640 = 0; v640 < 2; v640++) {
      for (let v641 = 0; v641 < 24; v641++) {
        a639[v640 * 24 + v641] = f(f((v640 < 1 ? v622 : v623) * a628[v641 * 2]) + f((v640 < 1 ? v624 : v622) * a628[v641 * 2 + 1]));
      }
    }
    for (let v643 = 0; v643 < 24; v643++) {
      a642[v643] = f(v625 * f(2 * a639[24 + v643]));
    }
    for (let v645 = 0; v645 < 24; v645++) {
      a644[v645] = f(0.5 * f(2 * a639[v645]));
    }
    for (let v647 = 0; v647 < 24; v647++) {
      a646[v647 * 2] = f(0 + (v647 >= 0 && v647 < 24 ? a644[v647] : 0));
      a646[v647 * 2 + 1] = f((v647 >= 0 && v647 < 24 ? a642[v647] : 0) + 0);
    }
    for (let v649 = 0; v649 < 24; v649++) {
      a648[v649 * 2] = f(f(a646[v649 * 2] * v622) + f(a646[v649 * 2 + 1] * v623));
      a648[v649 * 2 + 1] = f(f(a646[v649 * 2] * v624) + f(a646[v649 * 2 + 1] * v622));
    }
    for (let v651 = 0; v651 < 24; v651++) {
      a650[v651 * 2] = f(Math.abs(a648[v651 * 2]));
      a650[v651 * 2 + 1] = f(Math.abs(a648[v651 * 2 + 1]));
    }
    for (let v653 = 0; v653 < 24; v653++) {
      a652[v653] = f(Math.max(a650[v653 * 2], a650[v653 * 2 + 1]));
    }
    for (let v655 = 0; v655 < 24; v655++) {
      a654[v655] = f(Math.max(0, f(Math.max(0, a652[v655]))));
    }
    for (let v657 = 0; v657 < 24; v657++) {
      a656[v657] = (((a654[v657] > 0) && (a654[v657] < Infinity)) ? a654[v657] : 1);
    }
    for (let v659 = 0; v659 < 24; v659++) {
      a658[v659 * 2] = f(a648[v659 * 2] / a656[v659]);
      a658[v659 * 2 + 1] = f(a648[v659 * 2 + 1] / a656[v659]);
    }
    for (let v661 = 0; v661 < 24; v661++) {
      a660[v661] = f(f(a658[v661 * 2] * a658[v661 * 2]) + f(a658[v661 * 2 + 1] * a658[v661 * 2 + 1]));
    }
    for (let v663 = 0; v663 < 24; v663++) {
      a662[v663 * 2] = ((a650[v663 * 2] === Infinity) ? a648[v663 * 2] : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, a648[v663 * 2])))));
      a662[v663 * 2 + 1] = ((a650[v663 * 2 + 1] === Infinity) ? a648[v663 * 2 + 1] : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, a648[v663 * 2 + 1])))));
    }
    for (let v665 = 0; v665 < 24; v665++) {
      a664[v665 * 2] = f(f(0.8999999761581421 * a629[v665 * 2]) + f(0.10000000149011612 * f(a662[v665 * 2] * a662[v665 * 2])));
      a664[v665 * 2 + 1] = f(f(0.8999999761581421 * a629[v665 * 2 + 1]) + f(0.10000000149011612 * f(a662[v665 * 2 + 1] * a662[v665 * 2 + 1])));
    }
    for (let v667 = 0; v667 < 24; v667++) {
      a666[v667 * 2] = f(f(Math.sqrt(a664[v667 * 2])) + 9.99999993922529e-09);
      a666[v667 * 2 + 1] = f(f(Math.sqrt(a664[v667 * 2 + 1])) + 9.99999993922529e-09);
    }
    for (let v669 = 0; v669 < 24; v669++) {
      a668[v669 * 2] = f(a628[v669 * 2] + f(a626[v669] * f(a662[v669 * 2] / ((a666[v669 * 2] === 0) ? 1 : a666[v669 * 2]))));
      a668[v669 * 2 + 1] = f(a628[v669 * 2 + 1] + f(a626[v669] * f(a662[v669 * 2 + 1] / ((a666[v669 * 2 + 1] === 0) ? 1 : a666[v669 * 2 + 1]))));
    }
    const v670 = (v630 + 1 | 0);
    for (let v672 = 0; v672 < 24; v672++) {
      a671[v672] = f(f(f(a639[v672] * a639[v672]) + f(v1 * f(a639[24 + v672] * a639[24 + v672]))) / 2);
    }
    for (let v674 = 0; v674 < 24; v674++) {
      a673[v674] = f(a656[v674] * f(Math.sqrt(f(0 + a660[v674]))));
    }
    for (let v675 = 0; v675 < 24; v675++) {
      a618[v638 * 24 + v675] = a671[v675];
    }
    for (let v676 = 0; v676 < 24; v676++) {
      a619[v638 * 24 + v676] = a673[v676];
    }
    for (let v678 = 0; v678 < 24; v678++) {
      a677[v678 * 2] = a628[v678 * 2];
      a677[v678 * 2 + 1] = a628[v678 * 2 + 1];
    }
    a628.set(a668);
    a629.set(a664);
    v630 = v670;
    a631.set(a677);
  }
  return [v630];
}

function fill680(v24) {
  for (let v681 = 0; v681 < 24; v681++) {
    for (let v682 = 0; v682 < 601; v682++) {
      a679[v681 * 601 + v682] = f(a618[v682 * 24 + v681] / v24);
    }
  }
}

function fill684() {
  for (let v685 = 0; v685 < 24; v685++) {
    for (let v686 = 0; v686 < 601; v686++) {
      a683[v685 * 601 + v686] = (!(a679[v685 * 601 + v686] < 9.999999747378752e-06));
    }
  }
}

function fill688() {
  for (let v689 = 0; v689 < 24; v689++) {
    let v690 = (a683[v689 * 601 + 600] === 1);
    let v691 = 0;
    for (let v692 = 0; v692 < 601; v692++) {
      const v693 = (a683[v689 * 601 + v692 * -1 + 600] === 1);
      if (v693 > v690 || (v693 !== v693 && v690 === v690)) { v690 = v693; v691 = v692; }
    }
    a687[v689] = v691;
  }
}

function fill695() {
  for (let v696 = 0; v696 < 24; v696++) {
    let v697 = false;
    for (let v698 = 0; v698 < 601; v698++) {
      v697 = (v697 || (a683[v696 * 601 + v698] === 1));
    }
    a694[v696] = v697;
  }
}

function fill700() {
  for (let v701 = 0; v701 < 24; v701++) {
    a699[v701] = ((a683[v701 * 601 + 600] === 1) ? Infinity : ((a694[v701] === 1) ? f((601 - a687[v701] | 0)) : 0));
  }
}

function fill703() {
  for (let v704 = 0; v704 < 24; v704++) {
    a702[v704] = ((a679[v704 * 601 + 600] !== a679[v704 * 601 + 600]) ? Infinity : a679[v704 * 601 + 600]);
  }
}

function fill706() {
  for (let v707 = 0; v707 < 24; v707++) {
    a705[v707] = ((a702[v707] === Infinity) ? 3.4028234663852886e+38 : a702[v707]);
  }
}

function or708() {
  let v709 = false;
  for (let v710 = 0; v710 < 24; v710++) {
    v709 = (v709 || Number.isFinite(a699[v710]));
  }
  return [v709];
}

function fill712(v709) {
  for (let v713 = 0; v713 < 24; v713++) {
    a711[v713] = (v709 ? a699[v713] : ((a705[v713] === -Infinity) ? -3.4028234663852886e+38 : a705[v713]));
  }
}

function argmin714() {
  let v715 = a711[0];
  let v716 = 0;
  for (let v717 = 0; v717 < 24; v717++) {
    const v718 = a711[v717];
    if (v718 < v715 || (v718 !== v718 && v715 === v715)) { v715 = v718; v716 = v717; }
  }
  return [v716];
}

function scan724(v5, v1, v720, x0) {
  const v725 = f(-v5);
  const v726 = f(Math.cos(v725));
  const v727 = f(Math.sin(v725));
  const v728 = f(-v727);
  const v729 = f(v1 * 0.5);
  const v730 = f(-a305[v720]);
  let v731;
  let v732;
  let v733;
  let v734;
  let v735;
  let v736;
  let v737;
  const v738 = x0[0];
  const v739 = x0[1];
  const v740 = x0[0];
  const v741 = x0[1];
  v731 = v738;
  v732 = v739;
  v733 = 0;
  v734 = 0;
  v735 = 0;
  v736 = v740;
  v737 = v741;
  for (let v742 = 0; v742 < 601; v742++) {
    const v743 = f(f(v726 * v731) + f(v728 * v732));
    const v744 = f(f(v727 * v731) + f(v726 * v732));
    const v745 = f(v729 * f(2 * v744));
    const v746 = f(0.5 * f(2 * v743));
    const v747 = f(0 + v746);
    const v748 = f(v745 + 0);
    const v749 = f(f(v747 * v726) + f(v748 * v727));
    const v750 = f(f(v747 * v728) + f(v748 * v726));
    const v751 = f(Math.abs(v749));
    const v752 = f(Math.abs(v750));
    const v753 = f(Math.max(v751, v752));
    const v754 = f(Math.max(0, f(Math.max(0, v753))));
    const v755 = (((v754 > 0) && (v754 < Infinity)) ? v754 : 1);
    const v756 = f(v749 / v755);
    const v757 = f(v750 / v755);
    const v758 = f(f(v756 * v756) + f(v757 * v757));
    const v759 = ((v751 === Infinity) ? v749 : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, v749)))));
    const v760 = ((v752 === Infinity) ? v750 : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, v750)))));
    const v761 = f(f(0.8999999761581421 * v733) + f(0.10000000149011612 * f(v759 * v759)));
    const v762 = f(f(0.8999999761581421 * v734) + f(0.10000000149011612 * f(v760 * v760)));
    const v763 = f(f(Math.sqrt(v761)) + 9.99999993922529e-09);
    const v764 = f(f(Math.sqrt(v762)) + 9.99999993922529e-09);
    const v765 = f(v731 + f(v730 * f(v759 / ((v763 === 0) ? 1 : v763))));
    const v766 = f(v732 + f(v730 * f(v760 / ((v764 === 0) ? 1 : v764))));
    const v767 = (v735 + 1 | 0);
    const v768 = f(f(f(v743 * v743) + f(v1 * f(v744 * v744))) / 2);
    const v769 = f(v755 * f(Math.sqrt(f(0 + v758))));
    a721[v742 * 2] = v731;
    a721[v742 * 2 + 1] = v732;
    a722[v742] = v768;
    a723[v742] = v769;
    const v770 = v731;
    const v771 = v732;
    v731 = v765;
    v732 = v766;
    v733 = v761;
    v734 = v762;
    v735 = v767;
    v736 = v770;
    v737 = v771;
  }
  return [v731, v732, v733, v734, v735, v736, v737];
}

function scan775(v5, v1, x0) {
  const v776 = f(-v5);
  const v777 = f(Math.cos(v776));
  const v778 = f(Math.sin(v776));
  const v779 = f(-v778);
  const v780 = f(v1 * 0.5);
  for (let v782 = 0; v782 < 24; v782++) {
    a781[v782] = f(-a305[v782]);
  }
  let v786;
  for (let v789 = 0; v789 < 24; v789++) {
    a788[v789 * 2] = x0[0];
    a788[v789 * 2 + 1] = x0[1];
  }
  for (let v791 = 0; v791 < 24; v791++) {
    a790[v791 * 2] = 0;
    a790[v791 * 2 + 1] = 0;
  }
  for (let v793 = 0; v793 < 24; v793++) {
    a792[v793 * 2] = 0;
    a792[v793 * 2 + 1] = 0;
  }
  for (let v795 = 0; v795 < 24; v795++) {
    a794[v795 * 2] = x0[0];
    a794[v795 * 2 + 1] = x0[1];
  }
  a783.set(a788);
  a784.set(a790);
  a785.set(a792);
  v786 = 0;
  a787.set(a794);
  for (let v796 = 0; v796 < 601; v796++) {
    for (let v798 = 0; v798 < 2; v798++) {
      for (let v799 = 0; v799 < 24; v799++) {
        a797[v798 * 24 + v799] = f(f((v798 < 1 ? v777 : v778) * a783[v799 * 2]) + f((v798 < 1 ? v779 : v777) * a783[v799 * 2 + 1]));
      }
    }
    for (let v801 = 0; v801 < 24; v801++) {
      a800[v801] = f(v780 * f(2 * a797[24 + v801]));
    }
    for (let v803 = 0; v803 < 24; v803++) {
      a802[v803] = f(0.5 * f(2 * a797[v803]));
    }
    for (let v805 = 0; v805 < 24; v805++) {
      a804[v805 * 2] = f(0 + (v805 >= 0 && v805 < 24 ? a802[v805] : 0));
      a804[v805 * 2 + 1] = f((v805 >= 0 && v805 < 24 ? a800[v805] : 0) + 0);
    }
    for (let v807 = 0; v807 < 24; v807++) {
      a806[v807 * 2] = f(f(a804[v807 * 2] * v777) + f(a804[v807 * 2 + 1] * v778));
      a806[v807 * 2 + 1] = f(f(a804[v807 * 2] * v779) + f(a804[v807 * 2 + 1] * v777));
    }
    for (let v809 = 0; v809 < 24; v809++) {
      a808[v809 * 2] = f(Math.abs(a806[v809 * 2]));
      a808[v809 * 2 + 1] = f(Math.abs(a806[v809 * 2 + 1]));
    }
    for (let v811 = 0; v811 < 24; v811++) {
      a810[v811] = f(Math.max(a808[v811 * 2], a808[v811 * 2 + 1]));
    }
    for (let v813 = 0; v813 < 24; v813++) {
      a812[v813] = f(Math.max(0, f(Math.max(0, a810[v813]))));
    }
    for (let v815 = 0; v815 < 24; v815++) {
      a814[v815] = (((a812[v815] > 0) && (a812[v815] < Infinity)) ? a812[v815] : 1);
    }
    for (let v817 = 0; v817 < 24; v817++) {
      a816[v817 * 2] = f(a806[v817 * 2] / a814[v817]);
      a816[v817 * 2 + 1] = f(a806[v817 * 2 + 1] / a814[v817]);
    }
    for (let v819 = 0; v819 < 24; v819++) {
      a818[v819] = f(f(a816[v819 * 2] * a816[v819 * 2]) + f(a816[v819 * 2 + 1] * a816[v819 * 2 + 1]));
    }
    for (let v821 = 0; v821 < 24; v821++) {
      a820[v821 * 2] = ((a808[v821 * 2] === Infinity) ? a806[v821 * 2] : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, a806[v821 * 2])))));
      a820[v821 * 2 + 1] = ((a808[v821 * 2 + 1] === Infinity) ? a806[v821 * 2 + 1] : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, a806[v821 * 2 + 1])))));
    }
    for (let v823 = 0; v823 < 24; v823++) {
      a822[v823 * 2] = f(f(0.8999999761581421 * a784[v823 * 2]) + f(0.10000000149011612 * a820[v823 * 2]));
      a822[v823 * 2 + 1] = f(f(0.8999999761581421 * a784[v823 * 2 + 1]) + f(0.10000000149011612 * a820[v823 * 2 + 1]));
    }
    for (let v825 = 0; v825 < 24; v825++) {
      a824[v825 * 2] = f(f(0.9990000128746033 * a785[v825 * 2]) + f(0.0010000000474974513 * f(a820[v825 * 2] * a820[v825 * 2])));
      a824[v825 * 2 + 1] = f(f(0.9990000128746033 * a785[v825 * 2 + 1]) + f(0.0010000000474974513 * f(a820[v825 * 2 + 1] * a820[v825 * 2 + 1])));
    }
    const v826 = (v786 + 1 | 0);
    const v827 = f(v826);
    for (let v829 = 0; v829 < 24; v829++) {
      a828[v829 * 2] = f(f(Math.sqrt(f(a824[v829 * 2] / f(-f(Math.expm1(f(v827 * -0.0010005003335835344))))))) + 9.99999993922529e-09);
      a828[v829 * 2 + 1] = f(f(Math.sqrt(f(a824[v829 * 2 + 1] / f(-f(Math.expm1(f(v827 * -0.0010005003335835344))))))) + 9.99999993922529e-09);
    }
    for (let v831 = 0; v831 < 24; v831++) {
      a830[v831 * 2] = f(a783[v831 * 2] + f(a781[v831] * f(f(a822[v831 * 2] / f(-f(Math.expm1(f(v827 * -0.10536051565782628))))) / ((a828[v831 * 2] === 0) ? 1 : a828[v831 * 2]))));
      a830[v831 * 2 + 1] = f(a783[v831 * 2 + 1] + f(a781[v831] * f(f(a822[v831 * 2 + 1] / f(-f(Math.expm1(f(v827 * -0.10536051565782628))))) / ((a828[v831 * 2 + 1] === 0) ? 1 : a828[v831 * 2 + 1]))));
    }
    for (let v833 = 0; v833 < 24; v833++) {
      a832[v833] = f(f(f(a797[v833] * a797[v833]) + f(v1 * f(a797[24 + v833] * a797[24 + v833]))) / 2);
    }
    for (let v835 = 0; v835 < 24; v835++) {
      a834[v835] = f(a814[v835] * f(Math.sqrt(f(0 + a818[v835]))));
    }
    for (let v836 = 0; v836 < 24; v836++) {
      a773[v796 * 24 + v836] = a832[v836];
    }
    for (let v837 = 0; v837 < 24; v837++) {
      a774[v796 * 24 + v837] = a834[v837];
    }
    for (let v839 = 0; v839 < 24; v839++) {
      a838[v839 * 2] = a783[v839 * 2];
      a838[v839 * 2 + 1] = a783[v839 * 2 + 1];
    }
    a783.set(a830);
    a784.set(a822);
    a785.set(a824);
    v786 = v826;
    a787.set(a838);
  }
  return [v786];
}

function fill841(v24) {
  for (let v842 = 0; v842 < 24; v842++) {
    for (let v843 = 0; v843 < 601; v843++) {
      a840[v842 * 601 + v843] = f(a773[v843 * 24 + v842] / v24);
    }
  }
}

function fill845() {
  for (let v846 = 0; v846 < 24; v846++) {
    for (let v847 = 0; v847 < 601; v847++) {
      a844[v846 * 601 + v847] = (!(a840[v846 * 601 + v847] < 9.999999747378752e-06));
    }
  }
}

function fill849() {
  for (let v850 = 0; v850 < 24; v850++) {
    let v851 = (a844[v850 * 601 + 600] === 1);
    let v852 = 0;
    for (let v853 = 0; v853 < 601; v853++) {
      const v854 = (a844[v850 * 601 + v853 * -1 + 600] === 1);
      if (v854 > v851 || (v854 !== v854 && v851 === v851)) { v851 = v854; v852 = v853; }
    }
    a848[v850] = v852;
  }
}

function fill856() {
  for (let v857 = 0; v857 < 24; v857++) {
    let v858 = false;
    for (let v859 = 0; v859 < 601; v859++) {
      v858 = (v858 || (a844[v857 * 601 + v859] === 1));
    }
    a855[v857] = v858;
  }
}

function fill861() {
  for (let v862 = 0; v862 < 24; v862++) {
    a860[v862] = ((a844[v862 * 601 + 600] === 1) ? Infinity : ((a855[v862] === 1) ? f((601 - a848[v862] | 0)) : 0));
  }
}

function fill864() {
  for (let v865 = 0; v865 < 24; v865++) {
    a863[v865] = ((a840[v865 * 601 + 600] !== a840[v865 * 601 + 600]) ? Infinity : a840[v865 * 601 + 600]);
  }
}

function fill867() {
  for (let v868 = 0; v868 < 24; v868++) {
    a866[v868] = ((a863[v868] === Infinity) ? 3.4028234663852886e+38 : a863[v868]);
  }
}

function or869() {
  let v870 = false;
  for (let v871 = 0; v871 < 24; v871++) {
    v870 = (v870 || Number.isFinite(a860[v871]));
  }
  return [v870];
}

function fill873(v870) {
  for (let v874 = 0; v874 < 24; v874++) {
    a872[v874] = (v870 ? a860[v874] : ((a866[v874] === -Infinity) ? -3.4028234663852886e+38 : a866[v874]));
  }
}

function argmin875() {
  let v876 = a872[0];
  let v877 = 0;
  for (let v878 = 0; v878 < 24; v878++) {
    const v879 = a872[v878];
    if (v879 < v876 || (v879 !== v879 && v876 === v876)) { v876 = v879; v877 = v878; }
  }
  return [v877];
}

function scan885(v5, v1, v881, x0) {
  const v886 = f(-v5);
  const v887 = f(Math.cos(v886));
  const v888 = f(Math.sin(v886));
  const v889 = f(-v888);
  const v890 = f(v1 * 0.5);
  const v891 = f(-a305[v881]);
  let v892;
  let v893;
  let v894;
  let v895;
  let v896;
  let v897;
  let v898;
  let v899;
  let v900;
  const v901 = x0[0];
  const v902 = x0[1];
  const v903 = x0[0];
  const v904 = x0[1];
  v892 = v901;
  v893 = v902;
  v894 = 0;
  v895 = 0;
  v896 = 0;
  v897 = 0;
  v898 = 0;
  v899 = v903;
  v900 = v904;
  for (let v905 = 0; v905 < 601; v905++) {
    const v906 = f(f(v887 * v892) + f(v889 * v893));
    const v907 = f(f(v888 * v892) + f(v887 * v893));
    const v908 = f(v890 * f(2 * v907));
    const v909 = f(0.5 * f(2 * v906));
    const v910 = f(0 + v909);
    const v911 = f(v908 + 0);
    const v912 = f(f(v910 * v887) + f(v911 * v888));
    const v913 = f(f(v910 * v889) + f(v911 * v887));
    const v914 = f(Math.abs(v912));
    const v915 = f(Math.abs(v913));
    const v916 = f(Math.max(v914, v915));
    const v917 = f(Math.max(0, f(Math.max(0, v916))));
    const v918 = (((v917 > 0) && (v917 < Infinity)) ? v917 : 1);
    const v919 = f(v912 / v918);
    const v920 = f(v913 / v918);
    const v921 = f(f(v919 * v919) + f(v920 * v920));
    const v922 = ((v914 === Infinity) ? v912 : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, v912)))));
    const v923 = ((v915 === Infinity) ? v913 : f(Math.min(1.8014398509481984e+16, f(Math.max(-1.8014398509481984e+16, v913)))));
    const v924 = f(f(0.8999999761581421 * v894) + f(0.10000000149011612 * v922));
    const v925 = f(f(0.8999999761581421 * v895) + f(0.10000000149011612 * v923));
    const v926 = f(f(0.9990000128746033 * v896) + f(0.0010000000474974513 * f(v922 * v922)));
    const v927 = f(f(0.9990000128746033 * v897) + f(0.0010000000474974513 * f(v923 * v923)));
    const v928 = (v898 + 1 | 0);
    const v929 = f(v928);
    const v930 = f(f(Math.sqrt(f(v926 / f(-f(Math.expm1(f(v929 * -0.0010005003335835344))))))) + 9.99999993922529e-09);
    const v931 = f(f(Math.sqrt(f(v927 / f(-f(Math.expm1(f(v929 * -0.0010005003335835344))))))) + 9.99999993922529e-09);
    const v932 = f(v892 + f(v891 * f(f(v924 / f(-f(Math.expm1(f(v929 * -0.10536051565782628))))) / ((v930 === 0) ? 1 : v930))));
    const v933 = f(v893 + f(v891 * f(f(v925 / f(-f(Math.expm1(f(v929 * -0.10536051565782628))))) / ((v931 === 0) ? 1 : v931))));
    const v934 = f(f(f(v906 * v906) + f(v1 * f(v907 * v907))) / 2);
    const v935 = f(v918 * f(Math.sqrt(f(0 + v921))));
    a882[v905 * 2] = v892;
    a882[v905 * 2 + 1] = v893;
    a883[v905] = v934;
    a884[v905] = v935;
    const v936 = v892;
    const v937 = v893;
    v892 = v932;
    v893 = v933;
    v894 = v924;
    v895 = v925;
    v896 = v926;
    v897 = v927;
    v898 = v928;
    v899 = v936;
    v900 = v937;
  }
  return [v892, v893, v894, v895, v896, v897, v898, v899, v900];
}

function fill949(v1) {
  for (let v950 = 0; v950 < 2; v950++) {
    for (let v951 = 0; v951 < 98; v951++) {
      a948[v950 * 98 + v951] = (v950 < 1 ? c953[v951] : f(c952[v951] / f(Math.sqrt(v1))));
    }
  }
}

function fill955(v946, v945, v947) {
  for (let v956 = 0; v956 < 2; v956++) {
    for (let v957 = 0; v957 < 98; v957++) {
      a954[v956 * 98 + v957] = f(f((v956 < 1 ? v946 : v945) * a948[v957]) + f((v956 < 1 ? v947 : v946) * a948[98 + v957]));
    }
  }
}

function fill960(v3) {
  for (let v961 = 0; v961 < 601; v961++) {
    a959[v961] = (v961 <= v3);
  }
}

function fill965(v963) {
  for (let v966 = 0; v966 < 601; v966++) {
    a964[v966] = ((a959[v966] === 1) && v963);
  }
}

function fill973(v971) {
  for (let v974 = 0; v974 < 601; v974++) {
    a972[v974] = ((a959[v974] === 1) && v971);
  }
}

function fill980(v978) {
  for (let v981 = 0; v981 < 601; v981++) {
    a979[v981] = ((a959[v981] === 1) && v978);
  }
}

function fill987(v985) {
  for (let v988 = 0; v988 < 601; v988++) {
    a986[v988] = ((a959[v988] === 1) && v985);
  }
}

function fill994(v992) {
  for (let v995 = 0; v995 < 601; v995++) {
    a993[v995] = ((a959[v995] === 1) && v992);
  }
}

function fill1001(v999) {
  for (let v1002 = 0; v1002 < 601; v1002++) {
    a1000[v1002] = ((a959[v1002] === 1) && v999);
  }
}

function argmax1026(v939, v1023, v943, v1024, v1025) {
  let v1027 = v939;
  let v1028 = 0;
  for (let v1029 = 0; v1029 < 6; v1029++) {
    const v1030 = (v1029 < 1 ? v939 : (v1029 < 2 ? v1023 : (v1029 < 3 ? v943 : (v1029 < 4 ? v1024 : (v1029 < 5 ? v1025 : true)))));
    if (v1030 > v1027 || (v1030 !== v1030 && v1027 === v1027)) { v1027 = v1030; v1028 = v1029; }
  }
  return [v1028];
}

function argmin1031(v304, v158, v462, v617, v772, v938) {
  let v1032 = a237[v304];
  let v1033 = 0;
  for (let v1034 = 0; v1034 < 5; v1034++) {
    const v1035 = (v1034 + 1 < 1 ? a95[v158] : (v1034 + 1 < 2 ? a237[v304] : (v1034 + 1 < 3 ? a389[v462] : (v1034 + 1 < 4 ? a544[v617] : (v1034 + 1 < 5 ? a699[v772] : a860[v938])))));
    if (v1035 < v1032 || (v1035 !== v1035 && v1032 === v1032)) { v1032 = v1035; v1033 = v1034; }
  }
  return [v1033];
}

function fill1038() {
  for (let v1039 = 0; v1039 < 588; v1039++) {
    a1037[v1039 * 2] = (v1039 < 98 ? f(0.25 * a954[v1039]) : (v1039 < 196 ? f(0.6000000238418579 * a954[v1039 - 98]) : (v1039 < 294 ? f(1 * a954[v1039 - 196]) : (v1039 < 392 ? f(1.5 * a954[v1039 - 294]) : (v1039 < 490 ? f(2.0999999046325684 * a954[v1039 - 392]) : f(2.799999952316284 * a954[v1039 - 490]))))));
    a1037[v1039 * 2 + 1] = (v1039 < 98 ? f(0.25 * a954[98 + v1039]) : (v1039 < 196 ? f(0.6000000238418579 * a954[98 + v1039 - 98]) : (v1039 < 294 ? f(1 * a954[98 + v1039 - 196]) : (v1039 < 392 ? f(1.5 * a954[98 + v1039 - 294]) : (v1039 < 490 ? f(2.0999999046325684 * a954[98 + v1039 - 392]) : f(2.799999952316284 * a954[98 + v1039 - 490]))))));
  }
}

function fill1041() {
  for (let v1042 = 0; v1042 < 601; v1042++) {
    a1040[v1042 * 2] = ((a964[v1042] === 1) ? a117[v1042 * 2] : NaN);
    a1040[v1042 * 2 + 1] = ((a964[v1042] === 1) ? a117[v1042 * 2 + 1] : NaN);
  }
}

function fill1044() {
  for (let v1045 = 0; v1045 < 601; v1045++) {
    a1043[v1045 * 2] = ((a972[v1045] === 1) ? a259[v1045 * 2] : NaN);
    a1043[v1045 * 2 + 1] = ((a972[v1045] === 1) ? a259[v1045 * 2 + 1] : NaN);
  }
}

function fill1047() {
  for (let v1048 = 0; v1048 < 601; v1048++) {
    a1046[v1048 * 2] = ((a979[v1048] === 1) ? a411[v1048 * 2] : NaN);
    a1046[v1048 * 2 + 1] = ((a979[v1048] === 1) ? a411[v1048 * 2 + 1] : NaN);
  }
}

function fill1050() {
  for (let v1051 = 0; v1051 < 601; v1051++) {
    a1049[v1051 * 2] = ((a986[v1051] === 1) ? a566[v1051 * 2] : NaN);
    a1049[v1051 * 2 + 1] = ((a986[v1051] === 1) ? a566[v1051 * 2 + 1] : NaN);
  }
}

function fill1053() {
  for (let v1054 = 0; v1054 < 601; v1054++) {
    a1052[v1054 * 2] = ((a993[v1054] === 1) ? a721[v1054 * 2] : NaN);
    a1052[v1054 * 2 + 1] = ((a993[v1054] === 1) ? a721[v1054 * 2 + 1] : NaN);
  }
}

function fill1056() {
  for (let v1057 = 0; v1057 < 601; v1057++) {
    a1055[v1057 * 2] = ((a1000[v1057] === 1) ? a882[v1057 * 2] : NaN);
    a1055[v1057 * 2 + 1] = ((a1000[v1057] === 1) ? a882[v1057 * 2 + 1] : NaN);
  }
}

export function compute(x0, x1, x2, x3, x4) {
  const v1 = f(x1);
  const v2 = x2;
  const v3 = x3;
  const v4 = x4;
  const v5 = f(f(v2) * 0.01745329238474369);
  fill7();
  fill10();
  fill13();
  fill16(v1);
  const v18 = f(-v5);
  const v19 = f(Math.sin(v18));
  const v20 = f(Math.cos(v18));
  const v21 = f(-v19);
  const v22 = f(f(v20 * x0[0]) + f(v21 * x0[1]));
  const v23 = f(f(v19 * x0[0]) + f(v20 * x0[1]));
  const v24 = f(f(f(v22 * v22) + f(v1 * f(v23 * v23))) / 2);
  const [v36] = scan27(v5, v1, x0);
  fill76(v24);
  fill80();
  fill84();
  fill91();
  fill96();
  fill99();
  fill102();
  const [v105] = or104();
  fill108(v105);
  const [v112] = argmin110();
  const v115 = ((v112 < 0) ? (v112 + 24 | 0) : v112);
  const v116 = Math.min(Math.max(v115, 0), 23);
  const [v127, v128, v129, v130, v131] = scan120(v5, v1, v116, x0);
  const v158 = Math.min(Math.max(v115, 0), 23);
  fill160(v1);
  const [v174] = scan164(v5, v1, x0);
  fill218(v24);
  fill222();
  fill226();
  fill233();
  fill238();
  fill241();
  fill244();
  const [v247] = or246();
  fill250(v247);
  const [v254] = argmin252();
  const v257 = ((v254 < 0) ? (v254 + 24 | 0) : v254);
  const v258 = Math.min(Math.max(v257, 0), 23);
  const [v269, v270, v271, v272, v273, v274, v275] = scan262(v5, v1, v258, x0);
  const v304 = Math.min(Math.max(v257, 0), 23);
  fill306();
  const [v320] = scan310(v5, v1, x0);
  fill370(v24);
  fill374();
  fill378();
  fill385();
  fill390();
  fill393();
  fill396();
  const [v399] = or398();
  fill402(v399);
  const [v406] = argmin404();
  const v409 = ((v406 < 0) ? (v406 + 24 | 0) : v406);
  const v410 = Math.min(Math.max(v409, 0), 23);
  const [v421, v422, v423, v424, v425, v426, v427] = scan414(v5, v1, v410, x0);
  const v462 = Math.min(Math.max(v409, 0), 23);
  const [v475] = scan465(v5, v1, x0);
  fill525(v24);
  fill529();
  fill533();
  fill540();
  fill545();
  fill548();
  fill551();
  const [v554] = or553();
  fill557(v554);
  const [v561] = argmin559();
  const v564 = ((v561 < 0) ? (v561 + 24 | 0) : v561);
  const v565 = Math.min(Math.max(v564, 0), 23);
  const [v576, v577, v578, v579, v580, v581, v582] = scan569(v5, v1, v565, x0);
  const v617 = Math.min(Math.max(v564, 0), 23);
  const [v630] = scan620(v5, v1, x0);
  fill680(v24);
  fill684();
  fill688();
  fill695();
  fill700();
  fill703();
  fill706();
  const [v709] = or708();
  fill712(v709);
  const [v716] = argmin714();
  const v719 = ((v716 < 0) ? (v716 + 24 | 0) : v716);
  const v720 = Math.min(Math.max(v719, 0), 23);
  const [v731, v732, v733, v734, v735, v736, v737] = scan724(v5, v1, v720, x0);
  const v772 = Math.min(Math.max(v719, 0), 23);
  const [v786] = scan775(v5, v1, x0);
  fill841(v24);
  fill845();
  fill849();
  fill856();
  fill861();
  fill864();
  fill867();
  const [v870] = or869();
  fill873(v870);
  const [v877] = argmin875();
  const v880 = ((v877 < 0) ? (v877 + 24 | 0) : v877);
  const v881 = Math.min(Math.max(v880, 0), 23);
  const [v892, v893, v894, v895, v896, v897, v898, v899, v900] = scan885(v5, v1, v881, x0);
  const v938 = Math.min(Math.max(v880, 0), 23);
  const v939 = ((x0[0] === 0) && (x0[1] === 0));
  const v940 = (((((Number.isFinite(a95[v158]) || Number.isFinite(a237[v304])) || Number.isFinite(a389[v462])) || Number.isFinite(a544[v617])) || Number.isFinite(a699[v772])) || Number.isFinite(a860[v938]));
  const v941 = f(Math.min(f(Math.min(f(Math.min(f(Math.min(a237[v304], a389[v462])), a544[v617])), a699[v772])), a860[v938]));
  const v942 = a95[v158];
  const v943 = (v942 < v941);
  const v944 = Number.isFinite(a95[v158]);
  const v945 = f(Math.sin(v5));
  const v946 = f(Math.cos(v5));
  const v947 = f(-v945);
  fill949(v1);
  fill955(v946, v945, v947);
  const v958 = (Math.max(v3, 1) | 0);
  fill960(v3);
  const v962 = (v4 === 0);
  const v963 = (v962 || (v4 === 1));
  fill965(v963);
  const v967 = ((v3 < 0) ? (v3 + 601 | 0) : v3);
  const v968 = Math.min(Math.max(v967, 0), 600);
  const v969 = (v963 ? a117[v968 * 2] : NaN);
  const v970 = (v963 ? a117[v968 * 2 + 1] : NaN);
  const v971 = (v962 || (v4 === 2));
  fill973(v971);
  const v975 = Math.min(Math.max(v967, 0), 600);
  const v976 = (v971 ? a259[v975 * 2] : NaN);
  const v977 = (v971 ? a259[v975 * 2 + 1] : NaN);
  const v978 = (v962 || (v4 === 3));
  fill980(v978);
  const v982 = Math.min(Math.max(v967, 0), 600);
  const v983 = (v978 ? a411[v982 * 2] : NaN);
  const v984 = (v978 ? a411[v982 * 2 + 1] : NaN);
  const v985 = (v962 || (v4 === 4));
  fill987(v985);
  const v989 = Math.min(Math.max(v967, 0), 600);
  const v990 = (v985 ? a566[v989 * 2] : NaN);
  const v991 = (v985 ? a566[v989 * 2 + 1] : NaN);
  const v992 = (v962 || (v4 === 5));
  fill994(v992);
  const v996 = Math.min(Math.max(v967, 0), 600);
  const v997 = (v992 ? a721[v996 * 2] : NaN);
  const v998 = (v992 ? a721[v996 * 2 + 1] : NaN);
  const v999 = (v962 || (v4 === 6));
  fill1001(v999);
  const v1003 = Math.min(Math.max(v967, 0), 600);
  const v1004 = (v999 ? a882[v1003 * 2] : NaN);
  const v1005 = (v999 ? a882[v1003 * 2 + 1] : NaN);
  const v1006 = f(Math.min(600, f(Math.max(1.06, a95[v158]))));
  const v1007 = f(Math.min(600, f(Math.max(1.06, a237[v304]))));
  const v1008 = f(Math.min(600, f(Math.max(1.06, a389[v462]))));
  const v1009 = f(Math.min(600, f(Math.max(1.06, a544[v617]))));
  const v1010 = f(Math.min(600, f(Math.max(1.06, a699[v772]))));
  const v1011 = f(Math.min(600, f(Math.max(1.06, a860[v938]))));
  const v1012 = f(1.2 * v1006);
  const v1013 = f(1.2 * v1007);
  const v1014 = Number.isFinite(a237[v304]);
  const v1015 = f(1.2 * v1008);
  const v1016 = Number.isFinite(a389[v462]);
  const v1017 = f(1.2 * v1009);
  const v1018 = Number.isFinite(a544[v617]);
  const v1019 = f(1.2 * v1010);
  const v1020 = Number.isFinite(a699[v772]);
  const v1021 = f(1.2 * v1011);
  const v1022 = Number.isFinite(a860[v938]);
  const v1023 = (!v940);
  const v1024 = (v942 === v941);
  const v1025 = (!v944);
  const [v1028] = argmax1026(v939, v1023, v943, v1024, v1025);
  const [v1033] = argmin1031(v304, v158, v462, v617, v772, v938);
  const v1036 = (v1 >= 50);
  fill1038();
  fill1041();
  fill1044();
  fill1047();
  fill1050();
  fill1053();
  fill1056();
  const v1058 = f(v958);
  const v1059 = f(v958);
  const v1060 = (v944 ? v1012 : NaN);
  const v1061 = (v944 ? 0 : NaN);
  const v1062 = (v944 ? NaN : v1012);
  const v1063 = (v944 ? NaN : 0);
  const v1064 = (v1014 ? v1013 : NaN);
  const v1065 = (v1014 ? 1 : NaN);
  const v1066 = (v1014 ? NaN : v1013);
  const v1067 = (v1014 ? NaN : 1);
  const v1068 = (v1016 ? v1015 : NaN);
  const v1069 = (v1016 ? 2 : NaN);
  const v1070 = (v1016 ? NaN : v1015);
  const v1071 = (v1016 ? NaN : 2);
  const v1072 = (v1018 ? v1017 : NaN);
  const v1073 = (v1018 ? 3 : NaN);
  const v1074 = (v1018 ? NaN : v1017);
  const v1075 = (v1018 ? NaN : 3);
  const v1076 = (v1020 ? v1019 : NaN);
  const v1077 = (v1020 ? 4 : NaN);
  const v1078 = (v1020 ? NaN : v1019);
  const v1079 = (v1020 ? NaN : 4);
  const v1080 = (v1022 ? v1021 : NaN);
  const v1081 = (v1022 ? 5 : NaN);
  const v1082 = (v1022 ? NaN : v1021);
  const v1083 = (v1022 ? NaN : 5);
  const v1084 = f(Math.min(a389[v462], 600));
  const v1085 = (v1036 && (a95[v158] < f(Math.min(a389[v462], a544[v617]))));
  const v1086 = ((v1036 && (v2 > 45)) && (a389[v462] <= 20));
  a1087[0] = v969;
  a1087[1] = v970;
  a1088[0] = v976;
  a1088[1] = v977;
  a1089[0] = v983;
  a1089[1] = v984;
  a1090[0] = v990;
  a1090[1] = v991;
  a1091[0] = v997;
  a1091[1] = v998;
  a1092[0] = v1004;
  a1092[1] = v1005;
  a1093[0] = 0;
  a1093[1] = 0;
  a1094[0] = x0[0];
  a1094[1] = x0[1];
  a1095[0] = v1058;
  a1095[1] = -0.6000000238418579;
  a1095[2] = v1059;
  a1095[3] = 5.599999904632568;
  a1096[0] = 1;
  a1096[1] = 0;
  a1096[2] = v1006;
  a1096[3] = 0;
  a1097[0] = v1060;
  a1097[1] = v1061;
  a1098[0] = v1062;
  a1098[1] = v1063;
  a1099[0] = 1;
  a1099[1] = 1;
  a1099[2] = v1007;
  a1099[3] = 1;
  a1100[0] = v1064;
  a1100[1] = v1065;
  a1101[0] = v1066;
  a1101[1] = v1067;
  a1102[0] = 1;
  a1102[1] = 2;
  a1102[2] = v1008;
  a1102[3] = 2;
  a1103[0] = v1068;
  a1103[1] = v1069;
  a1104[0] = v1070;
  a1104[1] = v1071;
  a1105[0] = 1;
  a1105[1] = 3;
  a1105[2] = v1009;
  a1105[3] = 3;
  a1106[0] = v1072;
  a1106[1] = v1073;
  a1107[0] = v1074;
  a1107[1] = v1075;
  a1108[0] = 1;
  a1108[1] = 4;
  a1108[2] = v1010;
  a1108[3] = 4;
  a1109[0] = v1076;
  a1109[1] = v1077;
  a1110[0] = v1078;
  a1110[1] = v1079;
  a1111[0] = 1;
  a1111[1] = 5;
  a1111[2] = v1011;
  a1111[3] = 5;
  a1112[0] = v1080;
  a1112[1] = v1081;
  a1113[0] = v1082;
  a1113[1] = v1083;
  a1114[0] = a15[v116];
  a1114[1] = a159[v258];
  a1114[2] = a305[v410];
  a1114[3] = a305[v565];
  a1114[4] = a305[v720];
  a1114[5] = a305[v881];
  a1115[0] = a95[v158];
  a1115[1] = a237[v304];
  a1115[2] = a389[v462];
  a1115[3] = a544[v617];
  a1115[4] = a699[v772];
  a1115[5] = a860[v938];
  a1116[0] = v1085;
  a1116[1] = v1086;
  a1116[2] = v943;
  return [a1037, a1040, a1043, a1046, a1049, a1052, a1055, a1087, a1088, a1089, a1090, a1091, a1092, a1093, a1094, a1095, a1096, a1097, a1098, a1099, a1100, a1101, a1102, a1103, a1104, a1105, a1106, a1107, a1108, a1109, a1110, a1111, a1112, a1113, v1028, v1084, a95[v158], v1033, a1114, a1115, a1116];
}

// x to the power y, as C has it: 1 to any power is 1.
function power(x, y) {
  return x === 1 ? 1 : x ** y;
}
