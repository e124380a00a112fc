// escape: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: 90a64e298a618658
const f = Math.fround;
const a6 = new Float32Array(172);
const a7 = new Float32Array(258);
const a43 = new Float32Array(172);
const c45 = Float32Array.of(0, 0.019999999552965164, 0.03999999910593033, 0.05999999865889549, 0.07999999821186066, 0.10000000149011612, 0.11999999731779099, 0.14000000059604645, 0.1599999964237213, 0.18000000715255737, 0.20000000298023224, 0.2199999988079071, 0.23999999463558197, 0.25999999046325684, 0.2800000011920929, 0.30000001192092896, 0.3199999928474426, 0.3400000035762787, 0.36000001430511475, 0.3799999952316284, 0.4000000059604645, 0.41999998688697815, 0.4399999976158142, 0.46000000834465027, 0.47999998927116394, 0.5, 0.5199999809265137, 0.5400000214576721, 0.5600000023841858, 0.5799999833106995, 0.6000000238418579, 0.6200000047683716, 0.6399999856948853, 0.6600000262260437, 0.6800000071525574, 0.699999988079071, 0.7200000286102295, 0.7400000095367432, 0.7599999904632568, 0.7799999713897705, 0.800000011920929, 0.8199999928474426, 0.8399999737739563, 0.8600000143051147, 0.8799999952316284, 0.8999999761581421, 0.9200000166893005, 0.9399999976158142, 0.9599999785423279, 0.9800000190734863, 1, 1.0199999809265137, 1.0399999618530273, 1.059999942779541, 1.0800000429153442, 1.100000023841858, 1.1200000047683716, 1.1399999856948853, 1.159999966621399, 1.1799999475479126, 1.2000000476837158, 1.2200000286102295, 1.2400000095367432, 1.2599999904632568, 1.2799999713897705, 1.2999999523162842, 1.3200000524520874, 1.340000033378601, 1.3600000143051147, 1.3799999952316284, 1.399999976158142, 1.4199999570846558, 1.440000057220459, 1.4600000381469727, 1.4800000190734863, 1.5, 1.5199999809265137, 1.5399999618530273, 1.559999942779541, 1.5800000429153442, 1.600000023841858, 1.6200000047683716, 1.6399999856948853, 1.659999966621399, 1.6799999475479126, 1.7000000476837158);
const a46 = new Float32Array(86);
const a48 = new Float32Array(86);
const a50 = new Float32Array(258);
const a83 = new Float32Array(172);
const a85 = new Float32Array(86);
const a87 = new Float32Array(258);
const a182 = new Float32Array(4);
const a183 = new Float32Array(2);
const a184 = new Float32Array(172);
const a187 = new Float32Array(2);
const a188 = new Float32Array(172);
const a191 = new Float32Array(2);
const a192 = new Float32Array(172);
const a195 = new Float32Array(2);
const a196 = new Float32Array(3);
const a197 = new Uint8Array(2);

function choose4(v3) {
  let v5;
  if (v3 <= 0) {
    const v8 = f(1 - f(0 * 0));
    const v9 = f(v8 * v8);
    const v10 = f(-f(1 * f(2 * v8)));
    const v11 = f(-f(1 * f(2 * f(-f(f(1 * 0) + f(0 * 0))))));
    const v12 = f(-f(1 * f(2 * f(-f(f(0 * 0) + f(0 * 1))))));
    const v13 = f(f(1 * v10) + f(0 * v11));
    const v14 = f(f(0 * v10) + f(0 * v12));
    const v15 = f(f(v11 * 0) + f(v10 * 0));
    const v16 = f(f(v12 * 0) + f(v10 * 1));
    const v17 = f(0 + v15);
    const v18 = f(v13 + 0);
    const v19 = f(0 + v16);
    const v20 = f(v14 + 0);
    const v21 = f(f(v17 + v17) / 2);
    const v22 = f(f(v18 + v19) / 2);
    const v23 = f(f(v19 + v18) / 2);
    const v24 = f(f(v20 + v20) / 2);
    const v25 = f(f(v21 + v21) / 2);
    const v26 = f(f(v22 + v23) / 2);
    const v27 = f(f(v23 + v22) / 2);
    const v28 = f(f(v24 + v24) / 2);
    const v29 = f(f(v25 + v28) / 2);
    const v30 = f(f(v25 - v28) / 2);
    const v31 = f(Math.abs(v30));
    const v32 = f(Math.abs(v27));
    const v33 = f(Math.max(v31, v32));
    const v34 = (v33 === 0);
    const v35 = f(f(Math.min(v31, v32)) / (v34 ? 1 : v33));
    const v36 = (((v31 === Infinity) || (v32 === Infinity)) ? Infinity : (v34 ? v33 : f(v33 * f(Math.sqrt(f(1 + f(v35 * v35)))))));
    const v37 = f(f(Math.atan2(v27, v30)) / 2);
    const v38 = f(Math.cos(v37));
    const v39 = f(Math.sin(v37));
    const v40 = f(-v39);
    const v41 = f(v29 - v36);
    const v42 = f(v29 + v36);
    for (let v44 = 0; v44 < 86; v44++) {
      a43[v44 * 2] = f(0 + f(f(c45[v44] * v40) * f(Math.sign(v38))));
      a43[v44 * 2 + 1] = f(0 + f(f(c45[v44] * v38) * f(Math.sign(v38))));
    }
    for (let v47 = 0; v47 < 86; v47++) {
      a46[v47] = f(1 - f(a43[v47 * 2] * a43[v47 * 2 + 1]));
    }
    for (let v49 = 0; v49 < 86; v49++) {
      a48[v49] = f(v41 * f(c45[v49] * c45[v49]));
    }
    for (let v51 = 0; v51 < 3; v51++) {
      for (let v52 = 0; v52 < 86; v52++) {
        a50[v51 * 86 + v52] = (v51 < 1 ? f(a46[v52] * a46[v52]) : (v51 < 2 ? f(v9 + f(a48[v52] / 2)) : f(v9 + a48[v52])));
      }
    }
    v5 = v41;
    a6.set(a43);
    a7.set(a50);
  }
  else  {
    const v53 = f(0 * 0);
    const v54 = f(f(f(f(0 * 0) / 2) - f(v53 / 2)) + f(f(f(f(0 * 0) * 0) * 0) / 4));
    const v55 = f(f(0.25 * f(4 * f(0 * f(3 * v53)))) + -0);
    const v56 = f(f(0.25 * f(4 * f(1 * f(3 * v53)))) + -1);
    const v57 = f(0 + 1);
    const v58 = f(v55 + 0);
    const v59 = f(0 + 0);
    const v60 = f(v56 + 0);
    const v61 = f(f(v57 + v57) / 2);
    const v62 = f(f(v58 + v59) / 2);
    const v63 = f(f(v59 + v58) / 2);
    const v64 = f(f(v60 + v60) / 2);
    const v65 = f(f(v61 + v61) / 2);
    const v66 = f(f(v62 + v63) / 2);
    const v67 = f(f(v63 + v62) / 2);
    const v68 = f(f(v64 + v64) / 2);
    const v69 = f(f(v65 + v68) / 2);
    const v70 = f(f(v65 - v68) / 2);
    const v71 = f(Math.abs(v70));
    const v72 = f(Math.abs(v67));
    const v73 = f(Math.max(v71, v72));
    const v74 = (v73 === 0);
    const v75 = f(f(Math.min(v71, v72)) / (v74 ? 1 : v73));
    const v76 = (((v71 === Infinity) || (v72 === Infinity)) ? Infinity : (v74 ? v73 : f(v73 * f(Math.sqrt(f(1 + f(v75 * v75)))))));
    const v77 = f(f(Math.atan2(v67, v70)) / 2);
    const v78 = f(Math.cos(v77));
    const v79 = f(Math.sin(v77));
    const v80 = f(-v79);
    const v81 = f(v69 - v76);
    const v82 = f(v69 + v76);
    for (let v84 = 0; v84 < 86; v84++) {
      a83[v84 * 2] = f(0 + f(f(c45[v84] * v80) * f(Math.sign(v78))));
      a83[v84 * 2 + 1] = f(0 + f(f(c45[v84] * v78) * f(Math.sign(v78))));
    }
    for (let v86 = 0; v86 < 86; v86++) {
      a85[v86] = f(v81 * f(c45[v86] * c45[v86]));
    }
    for (let v88 = 0; v88 < 3; v88++) {
      for (let v89 = 0; v89 < 86; v89++) {
        a87[v88 * 86 + v89] = (v88 < 1 ? f(f(f(f(a83[v89 * 2] * a83[v89 * 2]) / 2) - f(f(a83[v89 * 2 + 1] * a83[v89 * 2 + 1]) / 2)) + f(f(f(f(a83[v89 * 2 + 1] * a83[v89 * 2 + 1]) * a83[v89 * 2 + 1]) * a83[v89 * 2 + 1]) / 4)) : (v88 < 2 ? f(v54 + f(a85[v89] / 2)) : f(v54 + a85[v89])));
      }
    }
    v5 = v81;
    a6.set(a83);
    a7.set(a87);
  }
  return [v5];
}

function choose90(v3, v1) {
  let v91;
  let v92;
  let v93;
  let v94;
  let v95;
  let v96;
  if (v3 <= 0) {
    const v97 = f(1 - f(0 * 0));
    const v98 = f(v97 * v97);
    const v99 = f(-f(1 * f(2 * v97)));
    const v100 = f(-f(1 * f(2 * f(-f(f(1 * 0) + f(0 * 0))))));
    const v101 = f(-f(1 * f(2 * f(-f(f(0 * 0) + f(0 * 1))))));
    const v102 = f(f(1 * v99) + f(0 * v100));
    const v103 = f(f(0 * v99) + f(0 * v101));
    const v104 = f(f(v100 * 0) + f(v99 * 0));
    const v105 = f(f(v101 * 0) + f(v99 * 1));
    const v106 = f(0 + v104);
    const v107 = f(v102 + 0);
    const v108 = f(0 + v105);
    const v109 = f(v103 + 0);
    const v110 = f(f(v106 + v106) / 2);
    const v111 = f(f(v107 + v108) / 2);
    const v112 = f(f(v108 + v107) / 2);
    const v113 = f(f(v109 + v109) / 2);
    const v114 = f(f(v110 + v110) / 2);
    const v115 = f(f(v111 + v112) / 2);
    const v116 = f(f(v112 + v111) / 2);
    const v117 = f(f(v113 + v113) / 2);
    const v118 = f(f(v114 + v117) / 2);
    const v119 = f(f(v114 - v117) / 2);
    const v120 = f(Math.abs(v119));
    const v121 = f(Math.abs(v116));
    const v122 = f(Math.max(v120, v121));
    const v123 = (v122 === 0);
    const v124 = f(f(Math.min(v120, v121)) / (v123 ? 1 : v122));
    const v125 = (((v120 === Infinity) || (v121 === Infinity)) ? Infinity : (v123 ? v122 : f(v122 * f(Math.sqrt(f(1 + f(v124 * v124)))))));
    const v126 = f(f(Math.atan2(v116, v119)) / 2);
    const v127 = f(Math.cos(v126));
    const v128 = f(Math.sin(v126));
    const v129 = f(-v128);
    const v130 = f(v118 - v125);
    const v131 = f(v118 + v125);
    const v132 = f(0 + f(f(v1 * v129) * f(Math.sign(v127))));
    const v133 = f(0 + f(f(v1 * v127) * f(Math.sign(v127))));
    const v134 = f(1 - f(v132 * v133));
    const v135 = f(v130 * f(v1 * v1));
    const v136 = f(v134 * v134);
    const v137 = f(v98 + f(v135 / 2));
    const v138 = f(v98 + v135);
    v91 = v130;
    v92 = v132;
    v93 = v133;
    v94 = v136;
    v95 = v137;
    v96 = v138;
  }
  else  {
    const v139 = f(0 * 0);
    const v140 = f(f(f(f(0 * 0) / 2) - f(v139 / 2)) + f(f(f(f(0 * 0) * 0) * 0) / 4));
    const v141 = f(f(0.25 * f(4 * f(0 * f(3 * v139)))) + -0);
    const v142 = f(f(0.25 * f(4 * f(1 * f(3 * v139)))) + -1);
    const v143 = f(0 + 1);
    const v144 = f(v141 + 0);
    const v145 = f(0 + 0);
    const v146 = f(v142 + 0);
    const v147 = f(f(v143 + v143) / 2);
    const v148 = f(f(v144 + v145) / 2);
    const v149 = f(f(v145 + v144) / 2);
    const v150 = f(f(v146 + v146) / 2);
    const v151 = f(f(v147 + v147) / 2);
    const v152 = f(f(v148 + v149) / 2);
    const v153 = f(f(v149 + v148) / 2);
    const v154 = f(f(v150 + v150) / 2);
    const v155 = f(f(v151 + v154) / 2);
    const v156 = f(f(v151 - v154) / 2);
    const v157 = f(Math.abs(v156));
    const v158 = f(Math.abs(v153));
    const v159 = f(Math.max(v157, v158));
    const v160 = (v159 === 0);
    const v161 = f(f(Math.min(v157, v158)) / (v160 ? 1 : v159));
    const v162 = (((v157 === Infinity) || (v158 === Infinity)) ? Infinity : (v160 ? v159 : f(v159 * f(Math.sqrt(f(1 + f(v161 * v161)))))));
    const v163 = f(f(Math.atan2(v153, v156)) / 2);
    const v164 = f(Math.cos(v163));
    const v165 = f(Math.sin(v163));
    const v166 = f(-v165);
    const v167 = f(v155 - v162);
    const v168 = f(v155 + v162);
    const v169 = f(0 + f(f(v1 * v166) * f(Math.sign(v164))));
    const v170 = f(0 + f(f(v1 * v164) * f(Math.sign(v164))));
    const v171 = f(v167 * f(v1 * v1));
    const v172 = f(f(f(f(v169 * v169) / 2) - f(f(v170 * v170) / 2)) + f(f(f(f(v170 * v170) * v170) * v170) / 4));
    const v173 = f(v140 + f(v171 / 2));
    const v174 = f(v140 + v171);
    v91 = v167;
    v92 = v169;
    v93 = v170;
    v94 = v172;
    v95 = v173;
    v96 = v174;
  }
  return [v91, v92, v93, v94, v95, v96];
}

function fill185() {
  for (let v186 = 0; v186 < 86; v186++) {
    a184[v186 * 2] = c45[v186];
    a184[v186 * 2 + 1] = a7[v186];
  }
}

function fill189() {
  for (let v190 = 0; v190 < 86; v190++) {
    a188[v190 * 2] = c45[v190];
    a188[v190 * 2 + 1] = a7[86 + v190];
  }
}

function fill193() {
  for (let v194 = 0; v194 < 86; v194++) {
    a192[v194 * 2] = c45[v194];
    a192[v194 * 2 + 1] = a7[172 + v194];
  }
}

export function compute(x0, x1) {
  const v1 = f(x0);
  const v2 = x1;
  const v3 = (Math.min(Math.max(v2, 0), 1) | 0);
  const [v5] = choose4(v3);
  const [v91, v92, v93, v94, v95, v96] = choose90(v3, v1);
  const v175 = f(Math.abs(f(v94 - v95)));
  const v176 = ((v175 <= f(0.10000000149011612 * f(a7[0] - v95))) ? 0 : 1);
  const v177 = ((v94 === 0) ? 0 : v94);
  const v178 = ((v95 === 0) ? 0 : v95);
  const v179 = ((v96 === 0) ? 0 : v96);
  const v180 = ((v2 === 0) && (v94 < 0.0010000000474974513));
  const v181 = ((f(v94 - v96) >= 0.5) && (v175 < 0.10000000149011612));
  a182[0] = a6[0];
  a182[1] = a6[1];
  a182[2] = v92;
  a182[3] = v93;
  a183[0] = v92;
  a183[1] = v93;
  fill185();
  a187[0] = v1;
  a187[1] = v94;
  fill189();
  a191[0] = v1;
  a191[1] = v95;
  fill193();
  a195[0] = v1;
  a195[1] = v96;
  a196[0] = v177;
  a196[1] = v178;
  a196[2] = v179;
  a197[0] = v180;
  a197[1] = v181;
  return [a182, a183, a184, a187, a188, a191, a192, a195, v176, a196, a197];
}
