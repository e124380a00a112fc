// two_geometries: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: 25c913686890871a
const f = Math.fround;
const a1 = new Float32Array(2);
const c10 = Float32Array.of(2, 1, -2, 0);
const a14 = new Float32Array(80);
const a49 = new Float32Array(122);
const c51 = Float32Array.of(0, 0.001, 0.0011242101, 0.0012638482, 0.0014208308, 0.0015973123, 0.0017957145, 0.0020187602, 0.0022695106, 0.0025514066, 0.0028683168, 0.0032245906, 0.003625117, 0.004075393, 0.0045815976, 0.005150678, 0.005790444, 0.006509675, 0.007318242, 0.008227241, 0.009249147, 0.010397985, 0.011689519, 0.013141474, 0.014773777, 0.016608829, 0.01867181, 0.020991037, 0.023598334, 0.026529485, 0.029824713, 0.03352924, 0.03769391, 0.04237587, 0.04763938, 0.05355667, 0.060208946, 0.0676875, 0.07609497, 0.085546724, 0.09617249, 0.10811807, 0.12154742, 0.13664484, 0.1536175, 0.17269833, 0.1941492, 0.21826448, 0.24537511, 0.27585316, 0.3101169, 0.3486365, 0.39194068, 0.44062364, 0.49535352, 0.5568814, 0.62605166, 0.70381355, 0.79123425, 0.8895135, 1);
const a52 = new Float32Array(61);
const a54 = new Float32Array(61);
const a56 = new Float32Array(61);
const a58 = new Uint8Array(61);
const a60 = new Float32Array(61);
const a73 = new Float32Array(80);
const a92 = new Float32Array(90);
const a94 = new Float32Array(90);
const a96 = new Float32Array(90);
const a98 = new Float32Array(90);
const a100 = new Float32Array(90);
const a102 = new Float32Array(90);
const a108 = new Float32Array(90);
const a110 = new Float32Array(90);
const a112 = new Float32Array(90);
const a114 = new Float32Array(90);
const a116 = new Float32Array(90);
const a118 = new Float32Array(90);
const a120 = new Float32Array(90);
const a122 = new Float32Array(90);
const a124 = new Float32Array(90);
const a126 = new Float32Array(90);
const a128 = new Float32Array(90);
const a130 = new Float32Array(90);
const a132 = new Float32Array(90);
const a134 = new Float32Array(90);
const a136 = new Float32Array(90);
const a152 = new Float32Array(90);
const a154 = new Float32Array(180);
const a156 = new Float32Array(90);
const a220 = new Float32Array(122);
const a222 = new Float32Array(61);
const a224 = new Float32Array(61);
const a226 = new Float32Array(61);
const a228 = new Uint8Array(61);
const a230 = new Float32Array(61);
const a244 = new Float32Array(41);
const a247 = new Float32Array(41);
const a250 = new Float32Array(41);
const a253 = new Float32Array(41);
const a256 = new Float32Array(82);
const a293 = new Float32Array(90);
const a296 = new Float32Array(90);
const a301 = new Float32Array(90);
const a304 = new Float32Array(90);
const a307 = new Float32Array(90);
const a310 = new Float32Array(180);
const a313 = new Float32Array(90);
const a376 = new Float32Array(199);
const a379 = new Float32Array(200);
const a382 = new Float32Array(200);
const a385 = new Float32Array(200);
const a388 = new Float32Array(400);
const a391 = new Float32Array(200);
const a394 = new Float32Array(200);
const a397 = new Float32Array(200);
const a400 = new Float32Array(200);
const a403 = new Float32Array(200);
const a406 = new Float32Array(200);
const a409 = new Float32Array(800);
const a422 = new Float32Array(200);
const a425 = new Float32Array(164);
const a429 = new Float32Array(800);
const a434 = new Float32Array(2);
const a435 = new Float32Array(800);
const a439 = new Uint8Array(41);
const a450 = new Uint8Array(41);
const a475 = new Float32Array(47);
const a478 = new Float32Array(48);
const a481 = new Float32Array(4608);
const a485 = new Float32Array(2304);
const a489 = new Float32Array(2304);
const a493 = new Float32Array(2304);
const a497 = new Uint8Array(2304);
const a510 = new Float32Array(144);
const a513 = new Float32Array(144);
const a515 = new Float64Array(144);
const a533 = new Float32Array(2);
const a538 = new Float32Array(2);
const a558 = new Uint8Array(41);
const a563 = new Float32Array(200);
const c566 = Float32Array.of(-7, -6.919598, -6.839196, -6.758794, -6.678392, -6.59799, -6.517588, -6.437186, -6.356784, -6.276382, -6.19598, -6.1155777, -6.035176, -5.954774, -5.874372, -5.7939696, -5.7135677, -5.633166, -5.552764, -5.472362, -5.3919597, -5.311558, -5.231156, -5.150754, -5.0703516, -4.9899497, -4.909548, -4.829146, -4.7487435, -4.6683416, -4.5879397, -4.507538, -4.4271355, -4.3467336, -4.2663317, -4.18593, -4.1055274, -4.0251255, -3.9447236, -3.8643217, -3.7839196, -3.7035177, -3.6231155, -3.5427136, -3.4623115, -3.3819096, -3.3015075, -3.2211056, -3.1407034, -3.0603015, -2.9798994, -2.8994975, -2.8190954, -2.7386935, -2.6582913, -2.5778894, -2.4974875, -2.4170854, -2.3366835, -2.2562814, -2.1758795, -2.0954773, -2.0150754, -1.9346733, -1.8542714, -1.7738694, -1.6934674, -1.6130654, -1.5326633, -1.4522613, -1.3718593, -1.2914573, -1.2110553, -1.1306533, -1.0502512, -0.9698492, -0.8894472, -0.80904526, -0.72864324, -0.6482412, -0.5678392, -0.4874372, -0.40703517, -0.32663316, -0.24623115, -0.16582915, -0.085427135, -0.0050251256, 0.07537688, 0.1557789, 0.2361809, 0.31658292, 0.39698493, 0.47738692, 0.55778897, 0.6381909, 0.71859294, 0.79899496, 0.879397, 0.959799, 1.040201, 1.120603, 1.201005, 1.281407, 1.361809, 1.442211, 1.522613, 1.6030151, 1.6834171, 1.7638191, 1.8442211, 1.9246231, 2.0050251, 2.085427, 2.1658292, 2.246231, 2.3266332, 2.407035, 2.4874372, 2.5678391, 2.6482413, 2.7286432, 2.8090453, 2.8894472, 2.9698493, 3.0502512, 3.1306534, 3.2110553, 3.2914572, 3.3718593, 3.4522612, 3.5326633, 3.6130652, 3.6934674, 3.7738693, 3.8542714, 3.9346733, 4.015075, 4.0954776, 4.1758795, 4.2562814, 4.3366833, 4.4170856, 4.4974875, 4.5778894, 4.6582913, 4.738693, 4.8190956, 4.8994975, 4.9798994, 5.0603013, 5.1407037, 5.2211056, 5.3015075, 5.3819094, 5.4623117, 5.5427136, 5.6231155, 5.7035174, 5.78392, 5.8643217, 5.9447236, 6.0251255, 6.1055274, 6.18593, 6.2663317, 6.3467336, 6.4271355, 6.507538, 6.5879397, 6.6683416, 6.7487435, 6.829146, 6.909548, 6.9899497, 7.0703516, 7.150754, 7.231156, 7.311558, 7.3919597, 7.472362, 7.552764, 7.633166, 7.7135677, 7.7939696, 7.874372, 7.954774, 8.035176, 8.115578, 8.19598, 8.2763815, 8.356784, 8.437186, 8.517588, 8.59799, 8.678392, 8.758794, 8.839196, 8.919598, 9);
const a567 = new Float32Array(200);
const a574 = new Float32Array(200);
const a577 = new Float32Array(200);
const a584 = new Float32Array(200);
const a587 = new Float32Array(200);
const a593 = new Float32Array(41);
const a596 = new Float32Array(82);
const a600 = new Float32Array(82);
const a612 = new Float32Array(2304);
const a616 = new Float32Array(400);
const a623 = new Float32Array(82);
const a626 = new Float32Array(400);
const a633 = new Float32Array(82);
const a636 = new Float32Array(400);
const a639 = new Float32Array(400);
const a642 = new Float32Array(400);
const a656 = new Float32Array(4);
const a657 = new Float32Array(2);
const a658 = new Float32Array(400);
const a661 = new Float32Array(2);
const a662 = new Float32Array(4);
const a663 = new Float32Array(2);
const a664 = new Float32Array(400);
const a667 = new Float32Array(2);
const a668 = new Float32Array(2);
const a669 = new Float32Array(2);
const a670 = new Float32Array(2);
const a671 = new Float32Array(2);
const a672 = new Float32Array(2);
const a673 = new Float32Array(2);
const a674 = new Int32Array(2);
const a675 = new Uint8Array(3);

function scan15(v12, v3, v6, v13, v11) {
  const v16 = f(1 / v12);
  const v17 = f(v16 - 1);
  const v18 = f(-v3);
  let v19;
  let v20;
  v19 = v6;
  v20 = v13;
  for (let v21 = 0; v21 < 40; v21++) {
    const v22 = (v20 > 0);
    const v23 = (v11 ? 1 : (v22 ? v20 : NaN));
    const v24 = f(Math.exp((v11 ? v20 : 0)));
    const v25 = (v11 ? v24 : f(power(v23, v16)));
    const v26 = f(1 - v19);
    const v27 = f(2 * f(v25 * v25));
    const v28 = f(f(f(2 * f(-f(f(1 * f(1 / f(v27 * v27))) * f(4 + f(v26 * v26))))) * f(2 * v25)) + f(f(1 / f(v25 / 2)) / 2));
    const v29 = f((v11 ? f((v11 ? v28 : 0) * v24) : 0) + (v22 ? (v11 ? 0 : f((v11 ? 0 : v28) * f(v16 * f(power(v23, v17))))) : 0));
    const v30 = f(-f(f(1 / v27) * f(2 * v26)));
    const v31 = f(0 + v30);
    const v32 = f(v29 + 0);
    const v33 = f(Math.max(f(Math.abs(v31)), f(Math.abs(v32))));
    const v34 = f(Math.max(0, f(Math.max(0, v33))));
    const v35 = f(Math.abs(v34));
    const v36 = ((v35 < 1.1754943508222875e-38) ? f(v34 * 8388608) : v34);
    const v37 = (((float_bits(v36) | 0) & -2139095041 | 0) | 1056964608 | 0);
    const v38 = f(v31 / (((v34 > 0) && (v34 < Infinity)) ? f(v34 / f(2 * ((((v35 === Infinity) || (v34 !== v34)) || (v34 === 0)) ? v34 : f(as_float(v37))))) : 1));
    const v39 = f(v32 / (((v34 > 0) && (v34 < Infinity)) ? f(v34 / f(2 * ((((v35 === Infinity) || (v34 !== v34)) || (v34 === 0)) ? v34 : f(as_float(v37))))) : 1));
    const v40 = f(f(v38 * v38) + f(v39 * v39));
    const v41 = f(f(v18 * v38) / f(Math.sqrt(v40)));
    const v42 = f(f(v18 * v39) / f(Math.sqrt(v40)));
    const v43 = ((v41 !== v41) ? 0 : v41);
    const v44 = ((v42 !== v42) ? 0 : v42);
    const v45 = ((v43 === Infinity) ? 3.4028234663852886e+38 : v43);
    const v46 = ((v44 === Infinity) ? 3.4028234663852886e+38 : v44);
    const v47 = ((v45 === -Infinity) ? -3.4028234663852886e+38 : v45);
    const v48 = ((v46 === -Infinity) ? -3.4028234663852886e+38 : v46);
    for (let v50 = 0; v50 < 61; v50++) {
      a49[v50 * 2] = f(v19 + f(c51[v50] * v47));
      a49[v50 * 2 + 1] = f(v20 + f(c51[v50] * v48));
    }
    for (let v53 = 0; v53 < 61; v53++) {
      a52[v53] = (v11 ? f(Math.exp((v11 ? a49[v53 * 2 + 1] : 0))) : f(power((v11 ? 1 : ((a49[v53 * 2 + 1] > 0) ? a49[v53 * 2 + 1] : NaN)), v16)));
    }
    for (let v55 = 0; v55 < 61; v55++) {
      a54[v55] = f(1 - a49[v55 * 2]);
    }
    for (let v57 = 0; v57 < 61; v57++) {
      a56[v57] = f(f(f(Math.log(f(a52[v57] / 2))) + f(f(4 + f(a54[v57] * a54[v57])) / f(2 * f(a52[v57] * a52[v57])))) - 0.5);
    }
    for (let v59 = 0; v59 < 61; v59++) {
      a58[v59] = (a56[v59] !== a56[v59]);
    }
    for (let v61 = 0; v61 < 61; v61++) {
      a60[v61] = ((a58[v61] === 1) ? Infinity : a56[v61]);
    }
    let v62 = a60[0];
    let v63 = 0;
    for (let v64 = 0; v64 < 61; v64++) {
      const v65 = a60[v64];
      if (v65 < v62 || (v65 !== v65 && v62 === v62)) { v62 = v65; v63 = v64; }
    }
    let v66 = true;
    for (let v67 = 0; v67 < 61; v67++) {
      v66 = (v66 && (a58[v67] === 1));
    }
    const v68 = (v66 ? -1 : v63);
    const v69 = ((v68 < 0) ? (v68 + 61 | 0) : v68);
    const v70 = Math.min(Math.max(v69, 0), 60);
    const v71 = f(v19 + f(c51[v70] * v47));
    const v72 = f(v20 + f(c51[v70] * v48));
    a14[v21 * 2] = v19;
    a14[v21 * 2 + 1] = v20;
    v19 = v71;
    v20 = v72;
  }
  return [v19, v20];
}

function scan74(v12, v4, v6, v13, v11) {
  const v75 = f(1 / v12);
  const v76 = f(v75 - 1);
  const v77 = f(Math.sqrt(v4));
  const v78 = f(-2 * v77);
  const v79 = f(2 * v4);
  const v80 = f(v78 - v79);
  const v81 = f(2 * v77);
  const v82 = f(v79 + v81);
  const v83 = f(Math.log1p(v82));
  const v84 = f(2 * v4);
  let v85;
  let v86;
  v85 = v80;
  v86 = v83;
  for (let v87 = 0; v87 < 10; v87++) {
    const v88 = f(Math.expm1(v85));
    const v89 = f(Math.expm1(v86));
    const v90 = f(v85 - f(f(f(v88 - v85) - v84) / v88));
    const v91 = f(v86 - f(f(f(v89 - v86) - v84) / v89));
    v85 = v90;
    v86 = v91;
  }
  for (let v93 = 0; v93 < 90; v93++) {
    a92[v93] = f(v93 / 90);
  }
  for (let v95 = 0; v95 < 90; v95++) {
    a94[v95] = f(1 - a92[v95]);
  }
  for (let v97 = 0; v97 < 90; v97++) {
    a96[v97] = f(-3.1415927410125732 * a94[v97]);
  }
  for (let v99 = 0; v99 < 90; v99++) {
    a98[v99] = f(3.1415927410125732 * a92[v99]);
  }
  for (let v101 = 0; v101 < 90; v101++) {
    a100[v101] = f(a96[v101] + a98[v101]);
  }
  for (let v103 = 0; v103 < 90; v103++) {
    a102[v103] = f(a100[v103] + 0.03490658476948738);
  }
  const v104 = f(v86 + v85);
  const v105 = f(v104 / 2);
  const v106 = f(v86 - v85);
  const v107 = f(v106 / 2);
  for (let v109 = 0; v109 < 90; v109++) {
    a108[v109] = f(Math.cos(a102[v109]));
  }
  for (let v111 = 0; v111 < 90; v111++) {
    a110[v111] = f(v107 * a108[v111]);
  }
  for (let v113 = 0; v113 < 90; v113++) {
    a112[v113] = f(v105 + a110[v113]);
  }
  for (let v115 = 0; v115 < 90; v115++) {
    a114[v115] = f(Math.expm1(a112[v115]));
  }
  for (let v117 = 0; v117 < 90; v117++) {
    a116[v117] = f(a114[v117] - a112[v117]);
  }
  for (let v119 = 0; v119 < 90; v119++) {
    a118[v119] = f(v79 - a116[v119]);
  }
  for (let v121 = 0; v121 < 90; v121++) {
    a120[v121] = f(-a112[v121]);
  }
  for (let v123 = 0; v123 < 90; v123++) {
    a122[v123] = f(Math.exp(a120[v123]));
  }
  for (let v125 = 0; v125 < 90; v125++) {
    a124[v125] = f(a118[v125] * a122[v125]);
  }
  for (let v127 = 0; v127 < 90; v127++) {
    a126[v127] = f(Math.max(a124[v127], 0));
  }
  for (let v129 = 0; v129 < 90; v129++) {
    a128[v129] = f(Math.sqrt(a126[v129]));
  }
  for (let v131 = 0; v131 < 90; v131++) {
    a130[v131] = f(Math.sin(a102[v131]));
  }
  for (let v133 = 0; v133 < 90; v133++) {
    a132[v133] = f(Math.sign(a130[v133]));
  }
  for (let v135 = 0; v135 < 90; v135++) {
    a134[v135] = f(a120[v135] / 2);
  }
  for (let v137 = 0; v137 < 90; v137++) {
    a136[v137] = f(Math.exp(a134[v137]));
  }
  let v138;
  let v139;
  v138 = v6;
  v139 = v13;
  for (let v140 = 0; v140 < 40; v140++) {
    const v141 = (v139 > 0);
    const v142 = (v11 ? 1 : (v141 ? v139 : NaN));
    const v143 = f(Math.exp((v11 ? v139 : 0)));
    const v144 = (v11 ? v143 : f(power(v142, v75)));
    const v145 = f(1 - v138);
    const v146 = f(2 * f(v144 * v144));
    const v147 = f(f(f(2 * f(-f(f(1 * f(1 / f(v146 * v146))) * f(4 + f(v145 * v145))))) * f(2 * v144)) + f(f(1 / f(v144 / 2)) / 2));
    const v148 = f((v11 ? f((v11 ? v147 : 0) * v143) : 0) + (v141 ? (v11 ? 0 : f((v11 ? 0 : v147) * f(v75 * f(power(v142, v76))))) : 0));
    const v149 = f(-f(f(1 / v146) * f(2 * v145)));
    const v150 = f(0 + v149);
    const v151 = f(v148 + 0);
    for (let v153 = 0; v153 < 90; v153++) {
      a152[v153] = f(v144 * a136[v153]);
    }
    for (let v155 = 0; v155 < 90; v155++) {
      a154[v155 * 2] = f(f(v138 + f(f(a132[v155] * v144) * a128[v155])) - v138);
      a154[v155 * 2 + 1] = f((v11 ? f(Math.log(a152[v155])) : f(power(a152[v155], v12))) - v139);
    }
    for (let v157 = 0; v157 < 90; v157++) {
      a156[v157] = f(f(a154[v157 * 2] * v150) + f(a154[v157 * 2 + 1] * v151));
    }
    let v158 = a156[0];
    let v159 = 0;
    for (let v160 = 0; v160 < 90; v160++) {
      const v161 = a156[v160];
      if (v161 < v158 || (v161 !== v161 && v158 === v158)) { v158 = v161; v159 = v160; }
    }
    const v162 = ((v159 < 0) ? (v159 + 90 | 0) : v159);
    const v163 = Math.min(Math.max(v162, 0), 89);
    const v164 = f(v86 + v85);
    const v165 = f(v164 / 2);
    const v166 = f(v86 - v85);
    const v167 = f(v166 / 2);
    const v168 = f(2 * v4);
    const v169 = f(v12 - 1);
    const v170 = f(1 * v150);
    const v171 = f(1 * v151);
    const v172 = (v11 ? 0 : v171);
    const v173 = (v11 ? v171 : 0);
    const v174 = f(v169 - 1);
    let v175;
    const v176 = a102[v163];
    v175 = v176;
    for (let v177 = 0; v177 < 5; v177++) {
      const v178 = f(Math.cos(v175));
      const v179 = f(Math.sin(v175));
      const v180 = f(v165 + f(v167 * v178));
      const v181 = f(Math.expm1(v180));
      const v182 = f(v181 + 1);
      const v183 = f(v168 - f(v181 - v180));
      const v184 = f(-v180);
      const v185 = f(Math.exp(v184));
      const v186 = f(v183 * v185);
      const v187 = f(Math.max(v186, 0));
      const v188 = f(((v186 === v187) ? 1 : 0) / ((0 === v187) ? 2 : 1));
      const v189 = f(Math.sqrt(v187));
      const v190 = f(0.5 / v189);
      const v191 = f(Math.exp(f(v184 / 2)));
      const v192 = f(v144 * v191);
      const v193 = f(v144 * f(f(v172 * f(v12 * f(power(v192, v169)))) + f(v173 / v192)));
      const v194 = f(f(f(Math.sign(v179)) * v144) * v170);
      const v195 = f(f(v194 * v190) * v188);
      const v196 = f(v183 * v195);
      const v197 = f(-f(v195 * v185));
      const v198 = f(-f(v167 * f(f(f(f(-f(f(v193 * v191) / 2)) + f(-f(v196 * v185))) + f(-v197)) + f(v197 * v182))));
      const v199 = f(v167 * f(-f(1 * v179)));
      const v200 = f(-v199);
      const v201 = f(-f(f(v199 * v182) + v200));
      const v202 = f(v200 * v185);
      const v203 = f(v200 / 2);
      const v204 = f(v144 * f(v203 * v191));
      const v205 = f(f(f(-f(f(f(v194 * f(f(f(v201 * v185) + f(v183 * v202)) * v188)) * f(1 / f(v189 * v189))) * 0.5)) * v190) * v188);
      const v206 = f(-f(f(v202 * v195) + f(v205 * v185)));
      const v207 = f(f(v198 * v179) / f(f(f(v198 * 1) * v178) + f(f(-f(v167 * f(f(f(f(-f(f(f(f(v193 * v203) + f(v144 * f(f(-f(f(v204 * f(1 / f(v192 * v192))) * v173)) + f(f(v12 * f(v172 * v204)) * f(v169 * f(power(v192, v174))))))) * v191) / 2)) + f(-f(f(f(f(v196 * v200) + f(v195 * v201)) + f(v183 * v205)) * v185))) + f(-v206)) + f(f(f(v197 * v199) + v206) * v182)))) * v179)));
      const v208 = f(v175 - ((f(Math.abs(v207)) < 0.10000000149011612) ? v207 : 0));
      v175 = v208;
    }
    const v209 = f(v105 + f(v107 * f(Math.cos(v175))));
    const v210 = f(-v209);
    const v211 = f(v144 * f(Math.exp(f(v210 / 2))));
    const v212 = f(f(v138 + f(f(f(Math.sign(f(Math.sin(v175)))) * v144) * f(Math.sqrt(f(Math.max(f(f(v79 - f(f(Math.expm1(v209)) - v209)) * f(Math.exp(v210))), 0)))))) - v138);
    const v213 = f((v11 ? f(Math.log(v211)) : f(power(v211, v12))) - v139);
    const v214 = ((v212 !== v212) ? 0 : v212);
    const v215 = ((v213 !== v213) ? 0 : v213);
    const v216 = ((v214 === Infinity) ? 3.4028234663852886e+38 : v214);
    const v217 = ((v215 === Infinity) ? 3.4028234663852886e+38 : v215);
    const v218 = ((v216 === -Infinity) ? -3.4028234663852886e+38 : v216);
    const v219 = ((v217 === -Infinity) ? -3.4028234663852886e+38 : v217);
    for (let v221 = 0; v221 < 61; v221++) {
      a220[v221 * 2] = f(v138 + f(c51[v221] * v218));
      a220[v221 * 2 + 1] = f(v139 + f(c51[v221] * v219));
    }
    for (let v223 = 0; v223 < 61; v223++) {
      a222[v223] = (v11 ? f(Math.exp((v11 ? a220[v223 * 2 + 1] : 0))) : f(power((v11 ? 1 : ((a220[v223 * 2 + 1] > 0) ? a220[v223 * 2 + 1] : NaN)), v75)));
    }
    for (let v225 = 0; v225 < 61; v225++) {
      a224[v225] = f(1 - a220[v225 * 2]);
    }
    for (let v227 = 0; v227 < 61; v227++) {
      a226[v227] = f(f(f(Math.log(f(a222[v227] / 2))) + f(f(4 + f(a224[v227] * a224[v227])) / f(2 * f(a222[v227] * a222[v227])))) - 0.5);
    }
    for (let v229 = 0; v229 < 61; v229++) {
      a228[v229] = (a226[v229] !== a226[v229]);
    }
    for (let v231 = 0; v231 < 61; v231++) {
      a230[v231] = ((a228[v231] === 1) ? Infinity : a226[v231]);
    }
    let v232 = a230[0];
    let v233 = 0;
    for (let v234 = 0; v234 < 61; v234++) {
      const v235 = a230[v234];
      if (v235 < v232 || (v235 !== v235 && v232 === v232)) { v232 = v235; v233 = v234; }
    }
    let v236 = true;
    for (let v237 = 0; v237 < 61; v237++) {
      v236 = (v236 && (a228[v237] === 1));
    }
    const v238 = (v236 ? -1 : v233);
    const v239 = ((v238 < 0) ? (v238 + 61 | 0) : v238);
    const v240 = Math.min(Math.max(v239, 0), 60);
    const v241 = f(v138 + f(c51[v240] * v218));
    const v242 = f(v139 + f(c51[v240] * v219));
    a73[v140 * 2] = v138;
    a73[v140 * 2 + 1] = v139;
    v138 = v241;
    v139 = v242;
  }
  return [v138, v139];
}

function fill245(v11, v20, v243) {
  for (let v246 = 0; v246 < 41; v246++) {
    a244[v246] = (v11 ? f(Math.exp((v11 ? (v246 < 40 ? a14[v246 * 2 + 1] : v20) : 0))) : f(power((v11 ? 1 : (((v246 < 40 ? a14[v246 * 2 + 1] : v20) > 0) ? (v246 < 40 ? a14[v246 * 2 + 1] : v20) : NaN)), v243)));
  }
  return [];
}

function fill248(v19) {
  for (let v249 = 0; v249 < 41; v249++) {
    a247[v249] = f(1 - (v249 < 40 ? a14[v249 * 2] : v19));
  }
  return [];
}

function fill251(v11, v139, v243) {
  for (let v252 = 0; v252 < 41; v252++) {
    a250[v252] = (v11 ? f(Math.exp((v11 ? (v252 < 40 ? a73[v252 * 2 + 1] : v139) : 0))) : f(power((v11 ? 1 : (((v252 < 40 ? a73[v252 * 2 + 1] : v139) > 0) ? (v252 < 40 ? a73[v252 * 2 + 1] : v139) : NaN)), v243)));
  }
  return [];
}

function fill254(v138) {
  for (let v255 = 0; v255 < 41; v255++) {
    a253[v255] = f(1 - (v255 < 40 ? a73[v255 * 2] : v138));
  }
  return [];
}

function fill257() {
  for (let v258 = 0; v258 < 2; v258++) {
    for (let v259 = 0; v259 < 41; v259++) {
      a256[v258 * 41 + v259] = (v258 < 1 ? f(f(f(Math.log(f(a244[v259] / 2))) + f(f(4 + f(a247[v259] * a247[v259])) / f(2 * f(a244[v259] * a244[v259])))) - 0.5) : f(f(f(Math.log(f(a250[v259] / 2))) + f(f(4 + f(a253[v259] * a253[v259])) / f(2 * f(a250[v259] * a250[v259])))) - 0.5));
    }
  }
  return [];
}

function scan284(v4, v282, v283) {
  const v285 = f(2 * v4);
  let v286;
  let v287;
  v286 = v282;
  v287 = v283;
  for (let v288 = 0; v288 < 10; v288++) {
    const v289 = f(Math.expm1(v286));
    const v290 = f(Math.expm1(v287));
    const v291 = f(v286 - f(f(f(v289 - v286) - v285) / v289));
    const v292 = f(v287 - f(f(f(v290 - v287) - v285) / v290));
    v286 = v291;
    v287 = v292;
  }
  return [v286, v287];
}

function fill294() {
  for (let v295 = 0; v295 < 90; v295++) {
    a293[v295] = f(v295 / 90);
  }
  return [];
}

function fill297() {
  for (let v298 = 0; v298 < 90; v298++) {
    a296[v298] = f(f(f(-3.1415927410125732 * f(1 - a293[v298])) + f(3.1415927410125732 * a293[v298])) + 0.03490658476948738);
  }
  return [];
}

function fill302(v299, v300) {
  for (let v303 = 0; v303 < 90; v303++) {
    a301[v303] = f(v299 + f(v300 * f(Math.cos(a296[v303]))));
  }
  return [];
}

function fill305() {
  for (let v306 = 0; v306 < 90; v306++) {
    a304[v306] = f(-a301[v306]);
  }
  return [];
}

function fill308(v263) {
  for (let v309 = 0; v309 < 90; v309++) {
    a307[v309] = f(v263 * f(Math.exp(f(a304[v309] / 2))));
  }
  return [];
}

function fill311(v6, v263, v281, v11, v12, v13) {
  for (let v312 = 0; v312 < 90; v312++) {
    a310[v312 * 2] = f(f(v6 + f(f(f(Math.sign(f(Math.sin(a296[v312])))) * v263) * f(Math.sqrt(f(Math.max(f(f(v281 - f(f(Math.expm1(a301[v312])) - a301[v312])) * f(Math.exp(a304[v312]))), 0)))))) - v6);
    a310[v312 * 2 + 1] = f((v11 ? f(Math.log(a307[v312])) : f(power(a307[v312], v12))) - v13);
  }
  return [];
}

function fill314(v270, v271) {
  for (let v315 = 0; v315 < 90; v315++) {
    a313[v315] = f(f(a310[v315 * 2] * v270) + f(a310[v315 * 2 + 1] * v271));
  }
  return [];
}

function argmin316() {
  let v317 = a313[0];
  let v318 = 0;
  for (let v319 = 0; v319 < 90; v319++) {
    const v320 = a313[v319];
    if (v320 < v317 || (v320 !== v320 && v317 === v317)) { v317 = v320; v318 = v319; }
  }
  return [v318];
}

function scan323(v287, v286, v4, v12, v270, v271, v11, v322, v263) {
  const v324 = f(v287 + v286);
  const v325 = f(v324 / 2);
  const v326 = f(v287 - v286);
  const v327 = f(v326 / 2);
  const v328 = f(2 * v4);
  const v329 = f(v12 - 1);
  const v330 = f(1 * v270);
  const v331 = f(1 * v271);
  const v332 = (v11 ? 0 : v331);
  const v333 = (v11 ? v331 : 0);
  const v334 = f(v329 - 1);
  let v335;
  const v336 = a296[v322];
  v335 = v336;
  for (let v337 = 0; v337 < 5; v337++) {
    const v338 = f(Math.cos(v335));
    const v339 = f(Math.sin(v335));
    const v340 = f(v325 + f(v327 * v338));
    const v341 = f(Math.expm1(v340));
    const v342 = f(v341 + 1);
    const v343 = f(v328 - f(v341 - v340));
    const v344 = f(-v340);
    const v345 = f(Math.exp(v344));
    const v346 = f(v343 * v345);
    const v347 = f(Math.max(v346, 0));
    const v348 = f(((v346 === v347) ? 1 : 0) / ((0 === v347) ? 2 : 1));
    const v349 = f(Math.sqrt(v347));
    const v350 = f(0.5 / v349);
    const v351 = f(Math.exp(f(v344 / 2)));
    const v352 = f(v263 * v351);
    const v353 = f(v263 * f(f(v332 * f(v12 * f(power(v352, v329)))) + f(v333 / v352)));
    const v354 = f(f(f(Math.sign(v339)) * v263) * v330);
    const v355 = f(f(v354 * v350) * v348);
    const v356 = f(v343 * v355);
    const v357 = f(-f(v355 * v345));
    const v358 = f(-f(v327 * f(f(f(f(-f(f(v353 * v351) / 2)) + f(-f(v356 * v345))) + f(-v357)) + f(v357 * v342))));
    const v359 = f(v327 * f(-f(1 * v339)));
    const v360 = f(-v359);
    const v361 = f(-f(f(v359 * v342) + v360));
    const v362 = f(v360 * v345);
    const v363 = f(v360 / 2);
    const v364 = f(v263 * f(v363 * v351));
    const v365 = f(f(f(-f(f(f(v354 * f(f(f(v361 * v345) + f(v343 * v362)) * v348)) * f(1 / f(v349 * v349))) * 0.5)) * v350) * v348);
    const v366 = f(-f(f(v362 * v355) + f(v365 * v345)));
    const v367 = f(f(v358 * v339) / f(f(f(v358 * 1) * v338) + f(f(-f(v327 * f(f(f(f(-f(f(f(f(v353 * v363) + f(v263 * f(f(-f(f(v364 * f(1 / f(v352 * v352))) * v333)) + f(f(v12 * f(v332 * v364)) * f(v329 * f(power(v352, v334))))))) * v351) / 2)) + f(-f(f(f(f(v356 * v360) + f(v355 * v361)) + f(v343 * v365)) * v345))) + f(-v366)) + f(f(f(v357 * v359) + v366) * v342)))) * v339)));
    const v368 = f(v335 - ((f(Math.abs(v367)) < 0.10000000149011612) ? v367 : 0));
    v335 = v368;
  }
  return [v335];
}

function fill377() {
  for (let v378 = 0; v378 < 199; v378++) {
    a376[v378] = f(v378 / 199);
  }
  return [];
}

function fill380() {
  for (let v381 = 0; v381 < 200; v381++) {
    a379[v381] = (v381 < 199 ? f(f(0 * f(1 - a376[v381])) + f(6.2831854820251465 * a376[v381])) : 6.2831854820251465);
  }
  return [];
}

function fill383() {
  for (let v384 = 0; v384 < 200; v384++) {
    a382[v384] = f(Math.cos(a379[v384]));
  }
  return [];
}

function fill386() {
  for (let v387 = 0; v387 < 200; v387++) {
    a385[v387] = f(Math.sin(a379[v387]));
  }
  return [];
}

function fill389(v3) {
  for (let v390 = 0; v390 < 200; v390++) {
    a388[v390 * 2] = f(v3 * a382[v390]);
    a388[v390 * 2 + 1] = f(v3 * a385[v390]);
  }
  return [];
}

function fill392(v299, v300) {
  for (let v393 = 0; v393 < 200; v393++) {
    a391[v393] = f(v299 + f(v300 * a382[v393]));
  }
  return [];
}

function fill395() {
  for (let v396 = 0; v396 < 200; v396++) {
    a394[v396] = f(-a391[v396]);
  }
  return [];
}

function fill398(v281) {
  for (let v399 = 0; v399 < 200; v399++) {
    a397[v399] = f(Math.sqrt(f(Math.max(f(f(v281 - f(f(Math.expm1(a391[v399])) - a391[v399])) * f(Math.exp(a394[v399]))), 0))));
  }
  return [];
}

function fill401() {
  for (let v402 = 0; v402 < 200; v402++) {
    a400[v402] = f(Math.sign(a385[v402]));
  }
  return [];
}

function fill404() {
  for (let v405 = 0; v405 < 200; v405++) {
    a403[v405] = f(Math.exp(f(a394[v405] / 2)));
  }
  return [];
}

function fill407(v263) {
  for (let v408 = 0; v408 < 200; v408++) {
    a406[v408] = f(v263 * a403[v408]);
  }
  return [];
}

function fill410(v6, v263, v13, v11, v12) {
  for (let v411 = 0; v411 < 2; v411++) {
    for (let v412 = 0; v412 < 200; v412++) {
      a409[(v411 * 200 + v412) * 2] = f((v411 < 1 ? f(v6 + a388[v412 * 2]) : f(v6 + f(f(a400[v412] * v263) * a397[v412]))) - v6);
      a409[(v411 * 200 + v412) * 2 + 1] = f((v411 < 1 ? f(v13 + a388[v412 * 2 + 1]) : (v11 ? f(Math.log(a406[v412])) : f(power(a406[v412], v12)))) - v13);
    }
  }
  return [];
}

function max413() {
  let v414 = -Infinity;
  for (let v415 = 0; v415 < 2; v415++) {
    for (let v416 = 0; v416 < 200; v416++) {
      v414 = f(Math.max(v414, f(Math.abs(a409[(v415 * 200 + v416) * 2]))));
      v414 = f(Math.max(v414, f(Math.abs(a409[(v415 * 200 + v416) * 2 + 1]))));
    }
  }
  return [v414];
}

function fill423(v421) {
  for (let v424 = 0; v424 < 200; v424++) {
    a422[v424] = f(v421 * a403[v424]);
  }
  return [];
}

function fill426(v19, v138, v11, v20, v243, v139) {
  for (let v427 = 0; v427 < 2; v427++) {
    for (let v428 = 0; v428 < 41; v428++) {
      a425[(v427 * 41 + v428) * 2] = (v427 < 1 ? (v428 < 40 ? a14[v428 * 2] : v19) : (v428 < 40 ? a73[v428 * 2] : v138));
      a425[(v427 * 41 + v428) * 2 + 1] = (v427 < 1 ? (v11 ? f(Math.exp((v11 ? (v428 < 40 ? a14[v428 * 2 + 1] : v20) : 0))) : f(power((v11 ? 1 : (((v428 < 40 ? a14[v428 * 2 + 1] : v20) > 0) ? (v428 < 40 ? a14[v428 * 2 + 1] : v20) : NaN)), v243))) : (v11 ? f(Math.exp((v11 ? (v428 < 40 ? a73[v428 * 2 + 1] : v139) : 0))) : f(power((v11 ? 1 : (((v428 < 40 ? a73[v428 * 2 + 1] : v139) > 0) ? (v428 < 40 ? a73[v428 * 2 + 1] : v139) : NaN)), v243))));
    }
  }
  return [];
}

function fill430(v419, v420, v138, v421, v11, v12) {
  for (let v431 = 0; v431 < 2; v431++) {
    for (let v432 = 0; v432 < 2; v432++) {
      for (let v433 = 0; v433 < 200; v433++) {
        a429[(v431 * 2 + v432) * 200 + v433] = (v432 < 1 ? f((v419 < 40 ? a14[v419 * 2 + v431] : a434[v431]) + a388[v433 * 2 + v431]) : (v431 < 1 ? f((v420 < 40 ? a73[v420 * 2] : v138) + f(f(a400[v433] * v421) * a397[v433])) : (v11 ? f(Math.log(a422[v433])) : f(power(a422[v433], v12)))));
      }
    }
  }
  return [];
}

function fill436(v11, v243) {
  for (let v437 = 0; v437 < 2; v437++) {
    for (let v438 = 0; v438 < 200; v438++) {
      a435[(v437 * 200 + v438) * 2] = a429[v437 * 200 + v438];
      a435[(v437 * 200 + v438) * 2 + 1] = (v11 ? f(Math.exp((v11 ? a429[(2 + v437) * 200 + v438] : 0))) : f(power((v11 ? 1 : ((a429[(2 + v437) * 200 + v438] > 0) ? a429[(2 + v437) * 200 + v438] : NaN)), v243)));
    }
  }
  return [];
}

function fill440() {
  for (let v441 = 0; v441 < 41; v441++) {
    a439[v441] = (a256[v441] < 0.0010000000474974513);
  }
  return [];
}

function or442() {
  let v443 = false;
  for (let v444 = 0; v444 < 41; v444++) {
    v443 = (v443 || (a439[v444] === 1));
  }
  return [v443];
}

function argmax445() {
  let v446 = (a439[0] === 1);
  let v447 = 0;
  for (let v448 = 0; v448 < 41; v448++) {
    const v449 = (a439[v448] === 1);
    if (v449 > v446 || (v449 !== v449 && v446 === v446)) { v446 = v449; v447 = v448; }
  }
  return [v447];
}

function fill451() {
  for (let v452 = 0; v452 < 41; v452++) {
    a450[v452] = (a256[41 + v452] < 0.0010000000474974513);
  }
  return [];
}

function or453() {
  let v454 = false;
  for (let v455 = 0; v455 < 41; v455++) {
    v454 = (v454 || (a450[v455] === 1));
  }
  return [v454];
}

function argmax456() {
  let v457 = (a450[0] === 1);
  let v458 = 0;
  for (let v459 = 0; v459 < 41; v459++) {
    const v460 = (a450[v459] === 1);
    if (v460 > v457 || (v460 !== v460 && v457 === v457)) { v457 = v460; v458 = v459; }
  }
  return [v458];
}

function fill476() {
  for (let v477 = 0; v477 < 47; v477++) {
    a475[v477] = f(v477 / 47);
  }
  return [];
}

function fill479(v417) {
  for (let v480 = 0; v480 < 48; v480++) {
    a478[v480] = f((v480 < 47 ? f(f(-1 * f(1 - a475[v480])) + f(1 * a475[v480])) : 1) * v417);
  }
  return [];
}

function fill482(v6, v13) {
  for (let v483 = 0; v483 < 48; v483++) {
    for (let v484 = 0; v484 < 48; v484++) {
      a481[(v483 * 48 + v484) * 2] = f(v6 + a478[v484]);
      a481[(v483 * 48 + v484) * 2 + 1] = f(v13 + a478[v483]);
    }
  }
  return [];
}

function fill486(v11, v243) {
  for (let v487 = 0; v487 < 48; v487++) {
    for (let v488 = 0; v488 < 48; v488++) {
      a485[v487 * 48 + v488] = (v11 ? f(Math.exp((v11 ? a481[(v487 * 48 + v488) * 2 + 1] : 0))) : f(power((v11 ? 1 : ((a481[(v487 * 48 + v488) * 2 + 1] > 0) ? a481[(v487 * 48 + v488) * 2 + 1] : NaN)), v243)));
    }
  }
  return [];
}

function fill490() {
  for (let v491 = 0; v491 < 48; v491++) {
    for (let v492 = 0; v492 < 48; v492++) {
      a489[v491 * 48 + v492] = f(1 - a481[(v491 * 48 + v492) * 2]);
    }
  }
  return [];
}

function fill494() {
  for (let v495 = 0; v495 < 48; v495++) {
    for (let v496 = 0; v496 < 48; v496++) {
      a493[v495 * 48 + v496] = f(f(f(Math.log(f(a485[v495 * 48 + v496] / 2))) + f(f(4 + f(a489[v495 * 48 + v496] * a489[v495 * 48 + v496])) / f(2 * f(a485[v495 * 48 + v496] * a485[v495 * 48 + v496])))) - 0.5);
    }
  }
  return [];
}

function fill498() {
  for (let v499 = 0; v499 < 48; v499++) {
    for (let v500 = 0; v500 < 48; v500++) {
      a497[v499 * 48 + v500] = (a493[v499 * 48 + v500] !== a493[v499 * 48 + v500]);
    }
  }
  return [];
}

function min501() {
  let v502 = Infinity;
  for (let v503 = 0; v503 < 48; v503++) {
    for (let v504 = 0; v504 < 48; v504++) {
      v502 = f(Math.min(v502, ((a497[v503 * 48 + v504] === 1) ? Infinity : a493[v503 * 48 + v504])));
    }
  }
  return [v502];
}

function and505() {
  let v506 = true;
  for (let v507 = 0; v507 < 48; v507++) {
    for (let v508 = 0; v508 < 48; v508++) {
      v506 = (v506 && (a497[v507 * 48 + v508] === 1));
    }
  }
  return [v506];
}

function fill511() {
  for (let v512 = 0; v512 < 144; v512++) {
    a510[v512] = ((a493[((((v512 / 12 | 0)) % 12) * 4) * 48 + (v512 % 12) * 4] !== a493[((((v512 / 12 | 0)) % 12) * 4) * 48 + (v512 % 12) * 4]) ? NaN : a493[((((v512 / 12 | 0)) % 12) * 4) * 48 + (v512 % 12) * 4]);
  }
  return [];
}

function sort514() {
  for (let v516 = 0; v516 < 144; v516++) {
    a515[v516] = a510[v516];
  }
  const v517 = sorted_order(144, [a515]);
  for (let v518 = 0; v518 < 144; v518++) {
    const v519 = v517[v518];
    a513[v518] = a510[v519];
  }
  return [];
}

function sum520() {
  let v521 = 0;
  for (let v522 = 0; v522 < 144; v522++) {
    v521 = f(v521 + f(((!(a513[v522] !== a513[v522])) ? 1 : 0)));
  }
  return [v521];
}

function fill534() {
  for (let v535 = 0; v535 < 2; v535++) {
    let v536 = -Infinity;
    for (let v537 = 0; v537 < 200; v537++) {
      v536 = f(Math.max(v536, a409[(200 + v537) * 2 + v535 % 2]));
    }
    a533[v535] = v536;
  }
  return [];
}

function fill539() {
  for (let v540 = 0; v540 < 2; v540++) {
    let v541 = Infinity;
    for (let v542 = 0; v542 < 200; v542++) {
      v541 = f(Math.min(v541, a409[(200 + v542) * 2 + v540 % 2]));
    }
    a538[v540] = v541;
  }
  return [];
}

function fill559(v5) {
  for (let v560 = 0; v560 < 41; v560++) {
    a558[v560] = (v560 <= v5);
  }
  return [];
}

function fill564(v6, v562) {
  for (let v565 = 0; v565 < 200; v565++) {
    a563[v565] = f(f(c566[v565] - v6) / v562);
  }
  return [];
}

function fill568(v562) {
  for (let v569 = 0; v569 < 200; v569++) {
    a567[v569] = f(f(f(f(-f(a563[v569] * a563[v569])) / 2) - f(Math.log(v562))) - 0.9189385175704956);
  }
  return [];
}

function max570() {
  let v571 = -Infinity;
  for (let v572 = 0; v572 < 200; v572++) {
    v571 = f(Math.max(v571, a567[v572]));
  }
  return [v571];
}

function fill575(v561, v573) {
  for (let v576 = 0; v576 < 200; v576++) {
    a574[v576] = f(f(c566[v576] - a425[v561 * 2]) / v573);
  }
  return [];
}

function fill578(v573) {
  for (let v579 = 0; v579 < 200; v579++) {
    a577[v579] = f(f(f(f(-f(a574[v579] * a574[v579])) / 2) - f(Math.log(v573))) - 0.9189385175704956);
  }
  return [];
}

function max580() {
  let v581 = -Infinity;
  for (let v582 = 0; v582 < 200; v582++) {
    v581 = f(Math.max(v581, a577[v582]));
  }
  return [v581];
}

function fill585(v561, v583) {
  for (let v586 = 0; v586 < 200; v586++) {
    a584[v586] = f(f(c566[v586] - a425[(41 + v561) * 2]) / v583);
  }
  return [];
}

function fill588(v583) {
  for (let v589 = 0; v589 < 200; v589++) {
    a587[v589] = f(f(f(f(-f(a584[v589] * a584[v589])) / 2) - f(Math.log(v583))) - 0.9189385175704956);
  }
  return [];
}

function max590() {
  let v591 = -Infinity;
  for (let v592 = 0; v592 < 200; v592++) {
    v591 = f(Math.max(v591, a587[v592]));
  }
  return [v591];
}

function fill594() {
  for (let v595 = 0; v595 < 41; v595++) {
    a593[v595] = f(v595);
  }
  return [];
}

function fill597() {
  for (let v598 = 0; v598 < 41; v598++) {
    a596[v598 * 2] = a593[v598];
    a596[v598 * 2 + 1] = f(Math.max(a256[v598], 9.999999974752427e-07));
  }
  return [];
}

function fill601() {
  for (let v602 = 0; v602 < 41; v602++) {
    a600[v602 * 2] = a593[v602];
    a600[v602 * 2 + 1] = f(Math.max(a256[41 + v602], 9.999999974752427e-07));
  }
  return [];
}

function argmax607(v604, v605, v556, v606, v555, v554) {
  let v608 = v604;
  let v609 = 0;
  for (let v610 = 0; v610 < 7; v610++) {
    const v611 = (v610 < 1 ? v604 : (v610 < 2 ? v605 : (v610 < 3 ? v556 : (v610 < 4 ? v606 : (v610 < 5 ? v555 : (v610 < 6 ? v554 : true))))));
    if (v611 > v608 || (v611 !== v611 && v608 === v608)) { v608 = v611; v609 = v610; }
  }
  return [v609];
}

function fill613(v509, v530, v525, v532) {
  for (let v614 = 0; v614 < 48; v614++) {
    for (let v615 = 0; v615 < 48; v615++) {
      a612[v614 * 48 + v615] = f(Math.min(1, f(Math.max(0, f(f(a493[v614 * 48 + v615] - v509) / f(f(f(a513[v530] * f(1 - v525)) + f(a513[v532] * v525)) - v509))))));
    }
  }
  return [];
}

function fill617(v417) {
  for (let v618 = 0; v618 < 200; v618++) {
    a616[v618 * 2] = f(a409[v618 * 2] / v417);
    a616[v618 * 2 + 1] = f(a409[v618 * 2 + 1] / v417);
  }
  return [];
}

function fill624() {
  for (let v625 = 0; v625 < 41; v625++) {
    a623[v625 * 2] = ((a558[v625] === 1) ? a425[v625 * 2] : NaN);
    a623[v625 * 2 + 1] = ((a558[v625] === 1) ? a425[v625 * 2 + 1] : NaN);
  }
  return [];
}

function fill627(v417) {
  for (let v628 = 0; v628 < 200; v628++) {
    a626[v628 * 2] = f(a409[(200 + v628) * 2] / v417);
    a626[v628 * 2 + 1] = f(a409[(200 + v628) * 2 + 1] / v417);
  }
  return [];
}

function fill634() {
  for (let v635 = 0; v635 < 41; v635++) {
    a633[v635 * 2] = ((a558[v635] === 1) ? a425[(41 + v635) * 2] : NaN);
    a633[v635 * 2 + 1] = ((a558[v635] === 1) ? a425[(41 + v635) * 2 + 1] : NaN);
  }
  return [];
}

function fill637(v571) {
  for (let v638 = 0; v638 < 200; v638++) {
    a636[v638 * 2] = c566[v638];
    a636[v638 * 2 + 1] = f(Math.exp(f(a567[v638] - v571)));
  }
  return [];
}

function fill640(v581) {
  for (let v641 = 0; v641 < 200; v641++) {
    a639[v641 * 2] = c566[v641];
    a639[v641 * 2 + 1] = f(Math.exp(f(a577[v641] - v581)));
  }
  return [];
}

function fill643(v591) {
  for (let v644 = 0; v644 < 200; v644++) {
    a642[v644 * 2] = c566[v644];
    a642[v644 * 2 + 1] = f(Math.exp(f(a587[v644] - v591)));
  }
  return [];
}

function fill659() {
  for (let v660 = 0; v660 < 200; v660++) {
    a658[v660 * 2] = a435[v660 * 2];
    a658[v660 * 2 + 1] = a435[v660 * 2 + 1];
  }
  return [];
}

function fill665() {
  for (let v666 = 0; v666 < 200; v666++) {
    a664[v666 * 2] = a435[(200 + v666) * 2];
    a664[v666 * 2 + 1] = a435[(200 + v666) * 2 + 1];
  }
  return [];
}

export function compute(x0, x1, x2, x3, x4) {
  a1.set(x0);
  const v2 = x1;
  const v3 = f(x2);
  const v4 = f(x3);
  const v5 = x4;
  const v6 = f(Math.min(3.5, f(Math.max(-2.5, a1[0]))));
  const v7 = f(Math.min(4.599999904632568, f(Math.max(0.5, a1[1]))));
  const v8 = ((v2 < 0) ? (v2 + 4 | 0) : v2);
  const v9 = Math.min(Math.max(v8, 0), 3);
  const v11 = (c10[v9] === 0);
  const v12 = (v11 ? 1 : c10[v9]);
  const v13 = (v11 ? f(Math.log(v7)) : f(power(v7, v12)));
  const r15 = kept(scan15, v12, v3, v6, v13, v11);
  const [v19, v20] = r15;
  a434[0] = v19;
  a434[1] = v20;
  const r74 = kept(scan74, v12, v4, v6, v13, v11);
  const [v138, v139] = r74;
  const v243 = f(1 / v12);
  const r245 = kept(fill245, v11, v20, v243, r15);
  const r248 = kept(fill248, v19, r15);
  const r251 = kept(fill251, v11, v139, v243, r74);
  const r254 = kept(fill254, v138, r74);
  const r257 = kept(fill257, r245, r248, r251, r254);
  const v260 = (v13 > 0);
  const v261 = (v11 ? 1 : (v260 ? v13 : NaN));
  const v262 = f(Math.exp((v11 ? v13 : 0)));
  const v263 = (v11 ? v262 : f(power(v261, v243)));
  const v264 = f(1 - v6);
  const v265 = f(v263 * v263);
  const v266 = f(2 * v265);
  const v267 = f(f(f(2 * f(-f(f(1 * f(1 / f(v266 * v266))) * f(4 + f(v264 * v264))))) * f(2 * v263)) + f(f(1 / f(v263 / 2)) / 2));
  const v268 = f((v11 ? f((v11 ? v267 : 0) * v262) : 0) + (v260 ? (v11 ? 0 : f((v11 ? 0 : v267) * f(v243 * f(power(v261, f(v243 - 1)))))) : 0));
  const v269 = f(-f(f(1 / v266) * f(2 * v264)));
  const v270 = f(0 + v269);
  const v271 = f(v268 + 0);
  const v272 = f(Math.max(f(Math.abs(v270)), f(Math.abs(v271))));
  const v273 = f(Math.max(0, f(Math.max(0, v272))));
  const v274 = f(Math.abs(v273));
  const v275 = ((v274 < 1.1754943508222875e-38) ? f(v273 * 8388608) : v273);
  const v276 = (((float_bits(v275) | 0) & -2139095041 | 0) | 1056964608 | 0);
  const v277 = f(v270 / (((v273 > 0) && (v273 < Infinity)) ? f(v273 / f(2 * ((((v274 === Infinity) || (v273 !== v273)) || (v273 === 0)) ? v273 : f(as_float(v276))))) : 1));
  const v278 = f(v271 / (((v273 > 0) && (v273 < Infinity)) ? f(v273 / f(2 * ((((v274 === Infinity) || (v273 !== v273)) || (v273 === 0)) ? v273 : f(as_float(v276))))) : 1));
  const v279 = f(f(v277 * v277) + f(v278 * v278));
  const v280 = f(Math.sqrt(v4));
  const v281 = f(2 * v4);
  const v282 = f(f(-2 * v280) - v281);
  const v283 = f(Math.log1p(f(v281 + f(2 * v280))));
  const r284 = kept(scan284, v4, v282, v283);
  const [v286, v287] = r284;
  const r294 = kept(fill294);
  const r297 = kept(fill297, r294);
  const v299 = f(f(v287 + v286) / 2);
  const v300 = f(f(v287 - v286) / 2);
  const r302 = kept(fill302, v299, v300, r297);
  const r305 = kept(fill305, r302);
  const r308 = kept(fill308, v263, r305);
  const r311 = kept(fill311, v6, v263, v281, v11, v12, v13, r297, r302, r305, r308);
  const r314 = kept(fill314, v270, v271, r311);
  const r316 = kept(argmin316, r314);
  const [v318] = r316;
  const v321 = ((v318 < 0) ? (v318 + 90 | 0) : v318);
  const v322 = Math.min(Math.max(v321, 0), 89);
  const r323 = kept(scan323, v287, v286, v4, v12, v270, v271, v11, v322, v263, r297);
  const [v335] = r323;
  const v369 = f(v299 + f(v300 * f(Math.cos(v335))));
  const v370 = f(-v369);
  const v371 = f(v263 * f(Math.exp(f(v370 / 2))));
  const v372 = f(f(f(-v3) * v277) / f(Math.sqrt(v279)));
  const v373 = f(f(f(-v3) * v278) / f(Math.sqrt(v279)));
  const v374 = f(f(v6 + f(f(f(Math.sign(f(Math.sin(v335)))) * v263) * f(Math.sqrt(f(Math.max(f(f(v281 - f(f(Math.expm1(v369)) - v369)) * f(Math.exp(v370))), 0)))))) - v6);
  const v375 = f((v11 ? f(Math.log(v371)) : f(power(v371, v12))) - v13);
  const r377 = kept(fill377);
  const r380 = kept(fill380, r377);
  const r383 = kept(fill383, r380);
  const r386 = kept(fill386, r380);
  const r389 = kept(fill389, v3, r383, r386);
  const r392 = kept(fill392, v299, v300, r383);
  const r395 = kept(fill395, r392);
  const r398 = kept(fill398, v281, r392, r395);
  const r401 = kept(fill401, r386);
  const r404 = kept(fill404, r395);
  const r407 = kept(fill407, v263, r404);
  const r410 = kept(fill410, v6, v263, v13, v11, v12, r389, r401, r398, r407);
  const r413 = kept(max413, r410);
  const [v414] = r413;
  const v417 = f(1.149999976158142 * v414);
  const v418 = ((v5 < 0) ? (v5 + 41 | 0) : v5);
  const v419 = Math.min(Math.max(v418, 0), 40);
  const v420 = Math.min(Math.max(v418, 0), 40);
  const v421 = (v11 ? f(Math.exp((v11 ? (v420 < 40 ? a73[v420 * 2 + 1] : v139) : 0))) : f(power((v11 ? 1 : (((v420 < 40 ? a73[v420 * 2 + 1] : v139) > 0) ? (v420 < 40 ? a73[v420 * 2 + 1] : v139) : NaN)), v243)));
  const r423 = kept(fill423, v421, r404);
  const r426 = kept(fill426, v19, v138, v11, v20, v243, v139, r15, r74);
  const r430 = kept(fill430, v419, v420, v138, v421, v11, v12, r15, ...a434, r389, r74, r401, r398, r423);
  const r436 = kept(fill436, v11, v243, r430);
  const r440 = kept(fill440, r257);
  const r442 = kept(or442, r440);
  const [v443] = r442;
  const r445 = kept(argmax445, r440);
  const [v447] = r445;
  const r451 = kept(fill451, r257);
  const r453 = kept(or453, r451);
  const [v454] = r453;
  const r456 = kept(argmax456, r451);
  const [v458] = r456;
  const v461 = (v443 ? f(v447) : Infinity);
  const v462 = (v454 ? f(v458) : Infinity);
  const v463 = f(a14[2] - v6);
  const v464 = f(a14[3] - v13);
  const v465 = f(a73[2] - v6);
  const v466 = f(a73[3] - v13);
  const v467 = f(v6 + v372);
  const v468 = f(v13 + v373);
  const v469 = (v11 ? f(Math.exp((v11 ? v468 : 0))) : f(power((v11 ? 1 : ((v468 > 0) ? v468 : NaN)), v243)));
  const v470 = f(v6 - v467);
  const v471 = f(v6 + v374);
  const v472 = f(v13 + v375);
  const v473 = (v11 ? f(Math.exp((v11 ? v472 : 0))) : f(power((v11 ? 1 : ((v472 > 0) ? v472 : NaN)), v243)));
  const v474 = f(v6 - v471);
  const r476 = kept(fill476);
  const r479 = kept(fill479, v417, r476);
  const r482 = kept(fill482, v6, v13, r479);
  const r486 = kept(fill486, v11, v243, r482);
  const r490 = kept(fill490, r482);
  const r494 = kept(fill494, r486, r490);
  const r498 = kept(fill498, r494);
  const r501 = kept(min501, r498, r494);
  const [v502] = r501;
  const r505 = kept(and505, r498);
  const [v506] = r505;
  const v509 = (v506 ? NaN : v502);
  const r511 = kept(fill511, r494);
  const r514 = kept(sort514, r511);
  const r520 = kept(sum520, r514);
  const [v521] = r520;
  const v523 = f(0.8 * f(v521 - 1));
  const v524 = f(Math.floor(v523));
  const v525 = f(v523 - v524);
  const v526 = f(v521 - 1);
  const v527 = to_whole(f(Math.max(0, f(Math.min(v524, v526)))), -2147483648, 2147483647);
  const v528 = to_whole(f(Math.max(0, f(Math.min(f(Math.ceil(v523)), v526)))), -2147483648, 2147483647);
  const v529 = ((v527 < 0) ? (v527 + 144 | 0) : v527);
  const v530 = Math.min(Math.max(v529, 0), 143);
  const v531 = ((v528 < 0) ? (v528 + 144 | 0) : v528);
  const v532 = Math.min(Math.max(v531, 0), 143);
  const r534 = kept(fill534, r410);
  const r539 = kept(fill539, r410);
  const v543 = f(a533[0] - a538[0]);
  const v544 = f(a533[1] - a538[1]);
  const v545 = f(f(v372 * v372) + f(v373 * v373));
  const v546 = f(f(v374 * v374) + f(v375 * v375));
  const v547 = f(f(v463 * v463) + f(v464 * v464));
  const v548 = f(f(v465 * v465) + f(v466 * v466));
  const v549 = f(f(f(Math.log(f(v469 / v263))) + f(f(v265 + f(v470 * v470)) / f(2 * f(v469 * v469)))) - 0.5);
  const v550 = ((v549 !== v549) ? Infinity : v549);
  const v551 = Math.min(Math.max(v418, 0), 40);
  const v552 = f(Math.max(f(v543 / v544), f(v544 / v543)));
  const v553 = f(f(Math.atan2(f(Math.abs(f(f(v372 * v375) - f(v373 * v374)))), f(f(v372 * v374) + f(v373 * v375)))) * 57.295780181884766);
  const v554 = Number.isFinite(v461);
  const v555 = Number.isFinite(v462);
  const v556 = ((c10[v9] === -2) && (v461 > 8));
  const v557 = Number.isFinite(v372);
  const r559 = kept(fill559, v5);
  const v561 = Math.min(Math.max(v418, 0), 40);
  const v562 = ((v7 > 0) ? v7 : NaN);
  const r564 = kept(fill564, v6, v562);
  const r568 = kept(fill568, v562, r564);
  const r570 = kept(max570, r568);
  const [v571] = r570;
  const v573 = ((a425[v561 * 2 + 1] > 0) ? a425[v561 * 2 + 1] : NaN);
  const r575 = kept(fill575, v561, v573, r426);
  const r578 = kept(fill578, v573, r575);
  const r580 = kept(max580, r578);
  const [v581] = r580;
  const v583 = ((a425[(41 + v561) * 2 + 1] > 0) ? a425[(41 + v561) * 2 + 1] : NaN);
  const r585 = kept(fill585, v561, v583, r426);
  const r588 = kept(fill588, v583, r585);
  const r590 = kept(max590, r588);
  const [v591] = r590;
  const r594 = kept(fill594);
  const r597 = kept(fill597, r594, r257);
  const v599 = Math.min(Math.max(v418, 0), 40);
  const r601 = kept(fill601, r594, r257);
  const v603 = Math.min(Math.max(v418, 0), 40);
  const v604 = (!Number.isFinite(v553));
  const v605 = (v556 && v555);
  const v606 = (v555 && v554);
  const r607 = kept(argmax607, v604, v605, v556, v606, v555, v554);
  const [v609] = r607;
  const r613 = kept(fill613, v509, v530, v525, v532, r494, r514);
  const r617 = kept(fill617, v417, r410);
  const v619 = f(v372 / v417);
  const v620 = f(v373 / v417);
  const v621 = f(v463 / v417);
  const v622 = f(v464 / v417);
  const r624 = kept(fill624, r559, r426);
  const r627 = kept(fill627, v417, r410);
  const v629 = f(v374 / v417);
  const v630 = f(v375 / v417);
  const v631 = f(v465 / v417);
  const v632 = f(v466 / v417);
  const r634 = kept(fill634, r559, r426);
  const r637 = kept(fill637, v571, r568);
  const r640 = kept(fill640, v581, r578);
  const r643 = kept(fill643, v591, r588);
  const v645 = (v557 ? -1 : NaN);
  const v646 = (v557 ? -1.159999966621399 : NaN);
  const v647 = (v557 ? -1 : NaN);
  const v648 = (v557 ? -1.440000057220459 : NaN);
  const v649 = ((f(f(Math.sqrt(v547)) / f(Math.sqrt(v545))) < 0.9990000128746033) ? 1 : 0);
  const v650 = ((f(f(Math.sqrt(v548)) / f(Math.sqrt(v546))) < 0.9990000128746033) ? 1 : 0);
  const v651 = to_whole(f(Math.min(v461, 9)), -2147483648, 2147483647);
  const v652 = f(2 * v417);
  const v653 = (((v3 <= 0.20000019669532776) && (v550 >= 1)) && Number.isFinite(v550));
  const v654 = ((v552 < 1.0499999523162842) && (v553 < 5));
  const v655 = (((v3 <= 0.4000000059604645) && (a256[0] >= 1)) && (v461 <= 6));
  a656[0] = 0;
  a656[1] = 0;
  a656[2] = v619;
  a656[3] = v620;
  a657[0] = v621;
  a657[1] = v622;
  const r659 = kept(fill659, r436);
  a661[0] = a596[v599 * 2];
  a661[1] = a596[v599 * 2 + 1];
  a662[0] = 0;
  a662[1] = 0;
  a662[2] = v629;
  a662[3] = v630;
  a663[0] = v631;
  a663[1] = v632;
  const r665 = kept(fill665, r436);
  a667[0] = a600[v603 * 2];
  a667[1] = a600[v603 * 2 + 1];
  a668[0] = v6;
  a668[1] = v7;
  a669[0] = v645;
  a669[1] = v646;
  a670[0] = -1;
  a670[1] = -1.2999999523162842;
  a671[0] = v647;
  a671[1] = v648;
  a672[0] = a256[v551];
  a672[1] = a256[41 + v551];
  a673[0] = v461;
  a673[1] = v462;
  a674[0] = v649;
  a674[1] = v650;
  a675[0] = v653;
  a675[1] = v654;
  a675[2] = v655;
  return [a612, a616, a656, a657, a623, a658, a596, a661, a626, a662, a663, a633, a664, a600, a667, a636, a639, a642, a668, a669, a670, a671, v609, a672, v553, a673, a256[0], v2, a674, v552, v550, v3, v5, v651, v2, v652, a675];
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

// Whether a stands before b in a sort: not-a-number last.
function before(a, b) {
  return a < b || (b !== b && a === a);
}

// The order that sorts n rows by their keys; equal ones stay as they stood.
function sorted_order(n, keys) {
  const order = Array.from({ length: n }, (_, i) => i);
  return order.sort((i, j) => {
    for (const key of keys) {
      if (before(key[i], key[j])) return -1;
      if (before(key[j], key[i])) return 1;
    }
    return i - j;
  });
}

// The bits of a float32, as a whole number.
function float_bits(x) {
  return new Uint32Array(Float32Array.of(x).buffer)[0];
}

// The float32 that has these bits.
function as_float(bits) {
  return new Float32Array(Uint32Array.of(bits).buffer)[0];
}
