// surface: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: 146fda4be2483a33
const f = Math.fround;
const a17 = new Float32Array(82);
const a18 = new Float32Array(164);
const a19 = new Float32Array(82);
const a55 = new Float32Array(7);
const c61 = Float32Array.of(0, 0, 1, 1, -1, -1, 2, 0.5, -2, -0.5, 0.5, 2, -0.5, -2);
const a117 = new Float32Array(40);
const a121 = new Float32Array(41);
const a123 = new Float32Array(82);
const a126 = new Float32Array(2);
const a127 = new Float32Array(164);
const a130 = new Float32Array(4);
const a131 = new Float32Array(82);
const c144 = Int32Array.of(2, 0, 0, 0, 0, 0, 0);
const a151 = new Float32Array(82);
const a167 = new Float32Array(1);
const a189 = new Float32Array(40);
const a193 = new Float32Array(41);
const a195 = new Float32Array(82);
const a198 = new Float32Array(2);
const a199 = new Float32Array(164);
const c202 = Float32Array.of(1, 0, 0, 1);
const a203 = new Float32Array(164);
const c207 = Float32Array.of(1, 0, -0, 1);
const a220 = new Float32Array(82);
const a242 = new Float32Array(3);
const c248 = Float32Array.of(0, 0, 0, 1, 0, -1);
const a299 = new Float32Array(40);
const a303 = new Float32Array(41);
const a305 = new Float32Array(82);
const a308 = new Float32Array(2);
const a309 = new Float32Array(164);
const a312 = new Float32Array(4);
const c323 = Int32Array.of(2, 0, 0);
const a330 = new Float32Array(82);
const a356 = new Float32Array(4);
const c362 = Float32Array.of(0, 0, -1.5, 0, 0.75, 1.299038052558899, 0.75, -1.299038052558899);
const a428 = new Float32Array(40);
const a432 = new Float32Array(41);
const a434 = new Float32Array(82);
const a437 = new Float32Array(2);
const a438 = new Float32Array(164);
const a441 = new Float32Array(4);
const a442 = new Float32Array(82);
const a445 = new Float32Array(82);
const c458 = Int32Array.of(2, 0, 0, 0);
const a465 = new Float32Array(82);
const a487 = new Float32Array(3);
const c493 = Float32Array.of(0, 0, 2.5, 1.5, -3, 0);
const a553 = new Float32Array(40);
const a557 = new Float32Array(41);
const a559 = new Float32Array(82);
const a562 = new Float32Array(2);
const a563 = new Float32Array(164);
const a566 = new Float32Array(4);
const a567 = new Float32Array(82);
const c580 = Int32Array.of(0, 3, 3);
const a587 = new Float32Array(82);
const a594 = new Float32Array(18);
const c596 = Float32Array.of(3, 2, -2.8051180839538574, 3.131312608718872, -3.7793102264404297, -3.2831859588623047, 3.584428310394287, -1.8481265306472778, -0.27084457874298096, -0.9230385422706604, 0.08667750656604767, 2.8842546939849854, -3.073025703430176, -0.08135304600000381, -0.12796135246753693, -1.9537149667739868, 3.3851542472839355, 0.07385188341140747);
const a618 = new Float32Array(9);
const a685 = new Float32Array(40);
const a689 = new Float32Array(41);
const a691 = new Float32Array(82);
const a694 = new Float32Array(2);
const a695 = new Float32Array(164);
const a698 = new Float32Array(4);
const a699 = new Float32Array(82);
const a702 = new Float32Array(82);
const c715 = Int32Array.of(0, 0, 0, 0, 1, 2, 2, 2, 2);
const a722 = new Float32Array(82);
const a729 = new Float32Array(30);
const c731 = Float32Array.of(0.08984201401472092, -0.7126563787460327, -0.08984201401472092, 0.7126563787460327, 1.7036067247390747, -0.7960835695266724, -1.7036067247390747, 0.7960835695266724, 1.607104778289795, 0.5686514377593994, -1.607104778289795, -0.5686514377593994, 1.2302298545837402, 0.1623345911502838, -1.2302298545837402, -0.1623345911502838, 0, 0, 1.1092053651809692, -0.7682681083679199, -1.1092053651809692, 0.7682681083679199, 1.2960702180862427, 0.6050843596458435, -1.2960702180862427, -0.6050843596458435, 1.6380679607391357, 0.22867406904697418, -1.6380679607391357, -0.22867406904697418);
const a765 = new Float32Array(15);
const a841 = new Float32Array(40);
const a845 = new Float32Array(41);
const a847 = new Float32Array(82);
const a850 = new Float32Array(2);
const a851 = new Float32Array(164);
const a854 = new Float32Array(4);
const a855 = new Float32Array(82);
const a858 = new Float32Array(82);
const c871 = Int32Array.of(0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 2, 2, 2);
const a878 = new Float32Array(82);
const a885 = new Float32Array(162);
const c887 = Float32Array.of(-1.9899122714996338, -1.9899122714996338, -1.9899122714996338, -0.9949586391448975, -1.9899122714996338, 0, -1.9899122714996338, 0.9949586391448975, -1.9899122714996338, 1.9899122714996338, -0.9949586391448975, -1.9899122714996338, -0.9949586391448975, -0.9949586391448975, -0.9949586391448975, 0, -0.9949586391448975, 0.9949586391448975, -0.9949586391448975, 1.9899122714996338, 0, -1.9899122714996338, 0, -0.9949586391448975, 0, 0, 0, 0.9949586391448975, 0, 1.9899122714996338, 0.9949586391448975, -1.9899122714996338, 0.9949586391448975, -0.9949586391448975, 0.9949586391448975, 0, 0.9949586391448975, 0.9949586391448975, 0.9949586391448975, 1.9899122714996338, 1.9899122714996338, -1.9899122714996338, 1.9899122714996338, -0.9949586391448975, 1.9899122714996338, 0, 1.9899122714996338, 0.9949586391448975, 1.9899122714996338, 1.9899122714996338, -1.5076407194137573, -1.5076407194137573, -1.5076407194137573, -0.5025460124015808, -1.5076407194137573, 0.5025460124015808, -1.5076407194137573, 1.5076407194137573, -0.5025460124015808, -1.5076407194137573, -0.5025460124015808, -0.5025460124015808, -0.5025460124015808, 0.5025460124015808, -0.5025460124015808, 1.5076407194137573, 0.5025460124015808, -1.5076407194137573, 0.5025460124015808, -0.5025460124015808, 0.5025460124015808, 0.5025460124015808, 0.5025460124015808, 1.5076407194137573, 1.5076407194137573, -1.5076407194137573, 1.5076407194137573, -0.5025460124015808, 1.5076407194137573, 0.5025460124015808, 1.5076407194137573, 1.5076407194137573, -1.9899122714996338, -1.5076407194137573, -1.9899122714996338, -0.5025460124015808, -1.9899122714996338, 0.5025460124015808, -1.9899122714996338, 1.5076407194137573, -0.9949586391448975, -1.5076407194137573, -0.9949586391448975, -0.5025460124015808, -0.9949586391448975, 0.5025460124015808, -0.9949586391448975, 1.5076407194137573, 0, -1.5076407194137573, 0, -0.5025460124015808, 0, 0.5025460124015808, 0, 1.5076407194137573, 0.9949586391448975, -1.5076407194137573, 0.9949586391448975, -0.5025460124015808, 0.9949586391448975, 0.5025460124015808, 0.9949586391448975, 1.5076407194137573, 1.9899122714996338, -1.5076407194137573, 1.9899122714996338, -0.5025460124015808, 1.9899122714996338, 0.5025460124015808, 1.9899122714996338, 1.5076407194137573, -1.5076407194137573, -1.9899122714996338, -1.5076407194137573, -0.9949586391448975, -1.5076407194137573, 0, -1.5076407194137573, 0.9949586391448975, -1.5076407194137573, 1.9899122714996338, -0.5025460124015808, -1.9899122714996338, -0.5025460124015808, -0.9949586391448975, -0.5025460124015808, 0, -0.5025460124015808, 0.9949586391448975, -0.5025460124015808, 1.9899122714996338, 0.5025460124015808, -1.9899122714996338, 0.5025460124015808, -0.9949586391448975, 0.5025460124015808, 0, 0.5025460124015808, 0.9949586391448975, 0.5025460124015808, 1.9899122714996338, 1.5076407194137573, -1.9899122714996338, 1.5076407194137573, -0.9949586391448975, 1.5076407194137573, 0, 1.5076407194137573, 0.9949586391448975, 1.5076407194137573, 1.9899122714996338);
const a888 = new Float32Array(81);
const a890 = new Float32Array(81);
const a950 = new Float32Array(40);
const a954 = new Float32Array(41);
const a956 = new Float32Array(82);
const a959 = new Float32Array(2);
const a960 = new Float32Array(164);
const a963 = new Float32Array(4);
const a964 = new Float32Array(82);
const c977 = Int32Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2);
const a1012 = new Float32Array(82);
const a1021 = new Float32Array(164);
const a1025 = new Float32Array(164);
const a1029 = new Float32Array(82);
const a1033 = new Float32Array(164);
const a1037 = new Float32Array(82);
const a1042 = new Float32Array(82);
const a1046 = new Float32Array(246);
const a1073 = new Float32Array(168);
const c1076 = Float32Array.of(NaN, NaN, NaN, NaN);
const a1077 = new Uint8Array(2);
const a1078 = new Float32Array(168);
const a1081 = new Float32Array(168);
const a1084 = new Uint8Array(2);
const a1085 = new Float32Array(168);
const a1088 = new Float32Array(168);
const a1091 = new Uint8Array(2);
const a1092 = new Float32Array(168);
const a1095 = new Float32Array(168);
const a1104 = new Float32Array(2);
const a1105 = new Float32Array(2);
const a1106 = new Float32Array(2);
const a1107 = new Float32Array(2);
const a1108 = new Float32Array(2);
const a1109 = new Float32Array(2);
const a1110 = new Float32Array(2);
const a1111 = new Float32Array(2);
const a1112 = new Float32Array(3);
const a1113 = new Uint8Array(3);

function choose4(v3, x0) {
  let v5;
  let v6;
  let v7;
  let v8;
  let v9;
  let v10;
  let v11;
  let v12;
  let v13;
  let v14;
  let v15;
  let v16;
  let v20;
  let v21;
  let v22;
  let v23;
  if (v3 <= 0) {
    const v24 = f(f(0 - x0[0]) / 5);
    const v25 = f(f(0 - x0[1]) / 5);
    const v26 = f(f(1 - x0[0]) / 5);
    const v27 = f(f(1 - x0[1]) / 5);
    const v28 = f(f(-1 - x0[0]) / 5);
    const v29 = f(f(-1 - x0[1]) / 5);
    const v30 = f(f(2 - x0[0]) / 5);
    const v31 = f(f(0.5 - x0[1]) / 5);
    const v32 = f(f(-2 - x0[0]) / 5);
    const v33 = f(f(-0.5 - x0[1]) / 5);
    const v34 = f(f(0.5 - x0[0]) / 5);
    const v35 = f(f(2 - x0[1]) / 5);
    const v36 = f(f(-0.5 - x0[0]) / 5);
    const v37 = f(f(-2 - x0[1]) / 5);
    const v38 = f(f(v24 * v24) + f(v25 * v25));
    const v39 = f(f(v26 * v26) + f(v27 * v27));
    const v40 = f(f(v28 * v28) + f(v29 * v29));
    const v41 = f(f(v30 * v30) + f(v31 * v31));
    const v42 = f(f(v32 * v32) + f(v33 * v33));
    const v43 = f(f(v34 * v34) + f(v35 * v35));
    const v44 = f(f(v36 * v36) + f(v37 * v37));
    const v45 = f(Math.sqrt(v38));
    const v46 = f(Math.sqrt(v39));
    const v47 = f(Math.sqrt(v40));
    const v48 = f(Math.sqrt(v41));
    const v49 = f(Math.sqrt(v42));
    const v50 = f(Math.sqrt(v43));
    const v51 = f(Math.sqrt(v44));
    a55[0] = v45;
    a55[1] = v46;
    a55[2] = v47;
    a55[3] = v48;
    a55[4] = v49;
    a55[5] = v50;
    a55[6] = v51;
    let v52 = v45;
    let v53 = 0;
    for (let v54 = 0; v54 < 7; v54++) {
      const v56 = a55[v54];
      if (v56 < v52 || (v56 !== v56 && v52 === v52)) { v52 = v56; v53 = v54; }
    }
    const v57 = ((v53 < 0) ? (v53 + 7 | 0) : v53);
    const v58 = Math.min(Math.max(v57, 0), 6);
    const v59 = (a55[v58] < 0.02800000086426735);
    const v60 = Math.min(Math.max(v57, 0), 6);
    const v62 = (v59 ? c61[v60 * 2] : x0[0]);
    const v63 = (v59 ? c61[v60 * 2 + 1] : x0[1]);
    const v64 = Math.min(Math.max(v57, 0), 6);
    const v65 = f(1 - f(v62 * v63));
    const v66 = f(-f(1 * f(2 * v65)));
    const v67 = f(v62 * v66);
    const v68 = f(v66 * v63);
    const v69 = f(-f(1 * f(2 * f(-f(f(1 * v63) + f(v62 * 0))))));
    const v70 = f(-f(1 * f(2 * f(-f(f(0 * v63) + f(v62 * 1))))));
    const v71 = f(f(1 * v66) + f(v62 * v69));
    const v72 = f(f(0 * v66) + f(v62 * v70));
    const v73 = f(f(v69 * v63) + f(v66 * 0));
    const v74 = f(f(v70 * v63) + f(v66 * 1));
    const v75 = f(0 + v73);
    const v76 = f(v71 + 0);
    const v77 = f(0 + v74);
    const v78 = f(v72 + 0);
    const v79 = f(f(v75 + v75) / 2);
    const v80 = f(f(v76 + v77) / 2);
    const v81 = f(f(v77 + v76) / 2);
    const v82 = f(f(v78 + v78) / 2);
    const v83 = f(f(v79 + v79) / 2);
    const v84 = f(f(v80 + v81) / 2);
    const v85 = f(f(v81 + v80) / 2);
    const v86 = f(f(v82 + v82) / 2);
    const v87 = f(f(v83 + v86) / 2);
    const v88 = f(f(v83 - v86) / 2);
    const v89 = f(Math.abs(v88));
    const v90 = f(Math.abs(v85));
    const v91 = f(Math.max(v89, v90));
    const v92 = (v91 === 0);
    const v93 = f(f(Math.min(v89, v90)) / (v92 ? 1 : v91));
    const v94 = (((v89 === Infinity) || (v90 === Infinity)) ? Infinity : (v92 ? v91 : f(v91 * f(Math.sqrt(f(1 + f(v93 * v93)))))));
    const v95 = f(f(Math.atan2(v85, v88)) / 2);
    const v96 = f(Math.cos(v95));
    const v97 = f(Math.sin(v95));
    const v98 = f(-v97);
    const v99 = f(v87 - v94);
    const v100 = f(v87 + v94);
    const v101 = f(Math.abs(v99));
    const v102 = f(Math.abs(v100));
    const v103 = f(Math.max(v101, v102));
    const v104 = f(9.999999747378752e-05 * v103);
    const v105 = ((f(Math.abs(v98)) > 0.0010000000474974513) ? f(Math.sign(v98)) : f(Math.sign(v96)));
    const v106 = ((f(Math.abs(v96)) > 0.0010000000474974513) ? f(Math.sign(v96)) : f(Math.sign(v97)));
    const v107 = ((f(v100 - v99) <= v104) ? 1 : f(v98 * v105));
    const v108 = ((f(v100 - v99) <= v104) ? 0 : f(v96 * v105));
    const v109 = ((f(v100 - v99) <= v104) ? 0 : f(v96 * v106));
    const v110 = ((f(v100 - v99) <= v104) ? 1 : f(v97 * v106));
    a130[0] = v107;
    a130[1] = v108;
    a130[2] = v109;
    a130[3] = v110;
    const v111 = f(v107 / 5);
    const v112 = f(v108 / 5);
    const v113 = f(v109 / 5);
    const v114 = f(v110 / 5);
    const v115 = f(f(v111 * v111) + f(v112 * v112));
    const v116 = f(f(v113 * v113) + f(v114 * v114));
    for (let v118 = 0; v118 < 40; v118++) {
      a117[v118] = f(v118 / 40);
    }
    const v119 = f(0.1599999964237213 / f(Math.sqrt(v115)));
    const v120 = f(0.1599999964237213 / f(Math.sqrt(v116)));
    a126[0] = v119;
    a126[1] = v120;
    for (let v122 = 0; v122 < 41; v122++) {
      a121[v122] = (v122 < 40 ? f(f(-1 * f(1 - a117[v122])) + f(1 * a117[v122])) : 1);
    }
    for (let v124 = 0; v124 < 2; v124++) {
      for (let v125 = 0; v125 < 41; v125++) {
        a123[v124 * 41 + v125] = f(a121[v125] * a126[v124]);
      }
    }
    for (let v128 = 0; v128 < 2; v128++) {
      for (let v129 = 0; v129 < 41; v129++) {
        a127[(v128 * 41 + v129) * 2] = f(v62 + f(a123[v128 * 41 + v129] * a130[v128 * 2]));
        a127[(v128 * 41 + v129) * 2 + 1] = f(v63 + f(a123[v128 * 41 + v129] * a130[v128 * 2 + 1]));
      }
    }
    for (let v132 = 0; v132 < 2; v132++) {
      for (let v133 = 0; v133 < 41; v133++) {
        a131[v132 * 41 + v133] = f(1 - f(a127[(v132 * 41 + v133) * 2] * a127[(v132 * 41 + v133) * 2 + 1]));
      }
    }
    const v134 = f(f(1.5 * v119) * v107);
    const v135 = f(f(1.5 * v119) * v108);
    const v136 = f(f(1.5 * v120) * v109);
    const v137 = f(f(1.5 * v120) * v110);
    const v138 = f(v62 + v134);
    const v139 = f(v63 + v135);
    const v140 = f(v62 + v136);
    const v141 = f(v63 + v137);
    const v142 = (((v138 < -2) || (v138 > 2)) || ((v139 < -2.25) || (v139 > 2.25)));
    const v143 = (((v140 < -2) || (v140 > 2)) || ((v141 < -2.25) || (v141 > 2.25)));
    const v145 = (v59 ? c144[v64] : -1);
    const v146 = f(v65 * v65);
    const v147 = f(0 + v68);
    const v148 = f(v67 + 0);
    const v149 = ((v101 <= v104) ? 0 : v99);
    const v150 = ((v102 <= v104) ? 0 : v100);
    for (let v152 = 0; v152 < 2; v152++) {
      for (let v153 = 0; v153 < 41; v153++) {
        a151[v152 * 41 + v153] = f(a131[v152 * 41 + v153] * a131[v152 * 41 + v153]);
      }
    }
    const v154 = f(Math.min(2, f(Math.max(-2, (v142 ? f(v62 - v134) : v138)))));
    const v155 = f(Math.min(2.25, f(Math.max(-2.25, (v142 ? f(v63 - v135) : v139)))));
    const v156 = f(Math.min(2, f(Math.max(-2, (v143 ? f(v62 - v136) : v140)))));
    const v157 = f(Math.min(2.25, f(Math.max(-2.25, (v143 ? f(v63 - v137) : v141)))));
    v5 = v145;
    v6 = v62;
    v7 = v63;
    v8 = v146;
    v9 = v147;
    v10 = v148;
    v11 = v79;
    v12 = v80;
    v13 = v81;
    v14 = v82;
    v15 = v149;
    v16 = v150;
    a17.set(a123);
    a18.set(a127);
    a19.set(a151);
    v20 = v154;
    v21 = v155;
    v22 = v156;
    v23 = v157;
  }
  else if (v3 === 1) {
    const v158 = f(4);
    const v159 = f(4);
    const v160 = f(f(0 - x0[0]) / v158);
    const v161 = f(f(0 - x0[1]) / v159);
    const v162 = f(f(v160 * v160) + f(v161 * v161));
    const v163 = f(Math.sqrt(v162));
    a167[0] = v163;
    let v164 = v163;
    let v165 = 0;
    for (let v166 = 0; v166 < 1; v166++) {
      const v168 = a167[v166];
      if (v168 < v164 || (v168 !== v168 && v164 === v164)) { v164 = v168; v165 = v166; }
    }
    const v169 = ((v165 < 0) ? (v165 + 1 | 0) : v165);
    const v170 = (v163 < 0.02800000086426735);
    const v171 = (v170 ? 0 : x0[0]);
    const v172 = (v170 ? 0 : x0[1]);
    const v173 = f(f(1 * v171) + f(0 * v172));
    const v174 = f(f(-0 * v171) + f(1 * v172));
    const v175 = f(1.5 * f(2 * v174));
    const v176 = f(0.5 * f(2 * v173));
    const v177 = f(0 + v176);
    const v178 = f(v175 + 0);
    const v179 = f(f(v177 * 1) + f(v178 * -0));
    const v180 = f(f(v177 * 0) + f(v178 * 1));
    const v181 = f(4);
    const v182 = f(4);
    const v183 = f(1 / v181);
    const v184 = f(0 / v182);
    const v185 = f(0 / v181);
    const v186 = f(1 / v182);
    const v187 = f(f(v183 * v183) + f(v184 * v184));
    const v188 = f(f(v185 * v185) + f(v186 * v186));
    for (let v190 = 0; v190 < 40; v190++) {
      a189[v190] = f(v190 / 40);
    }
    const v191 = f(0.1599999964237213 / f(Math.sqrt(v187)));
    const v192 = f(0.1599999964237213 / f(Math.sqrt(v188)));
    a198[0] = v191;
    a198[1] = v192;
    for (let v194 = 0; v194 < 41; v194++) {
      a193[v194] = (v194 < 40 ? f(f(-1 * f(1 - a189[v194])) + f(1 * a189[v194])) : 1);
    }
    for (let v196 = 0; v196 < 2; v196++) {
      for (let v197 = 0; v197 < 41; v197++) {
        a195[v196 * 41 + v197] = f(a193[v197] * a198[v196]);
      }
    }
    for (let v200 = 0; v200 < 2; v200++) {
      for (let v201 = 0; v201 < 41; v201++) {
        a199[(v200 * 41 + v201) * 2] = f(v171 + f(a195[v200 * 41 + v201] * c202[v200 * 2]));
        a199[(v200 * 41 + v201) * 2 + 1] = f(v172 + f(a195[v200 * 41 + v201] * c202[v200 * 2 + 1]));
      }
    }
    for (let v204 = 0; v204 < 2; v204++) {
      for (let v205 = 0; v205 < 2; v205++) {
        for (let v206 = 0; v206 < 41; v206++) {
          a203[(v204 * 2 + v205) * 41 + v206] = f(f(c207[v204 * 2] * a199[(v205 * 41 + v206) * 2]) + f(c207[v204 * 2 + 1] * a199[(v205 * 41 + v206) * 2 + 1]));
        }
      }
    }
    const v208 = f(f(1.5 * v191) * 1);
    const v209 = f(f(1.5 * v191) * 0);
    const v210 = f(f(1.5 * v192) * 0);
    const v211 = f(f(1.5 * v192) * 1);
    const v212 = f(v171 + v208);
    const v213 = f(v172 + v209);
    const v214 = f(v171 + v210);
    const v215 = f(v172 + v211);
    const v216 = (((v212 < -1.600000023841858) || (v212 > 1.600000023841858)) || ((v213 < -1.7999999523162842) || (v213 > 1.7999999523162842)));
    const v217 = (((v214 < -1.600000023841858) || (v214 > 1.600000023841858)) || ((v215 < -1.7999999523162842) || (v215 > 1.7999999523162842)));
    const v218 = (v170 ? 0 : -1);
    const v219 = f(f(f(v173 * v173) + f(3 * f(v174 * v174))) / 2);
    for (let v221 = 0; v221 < 2; v221++) {
      for (let v222 = 0; v222 < 41; v222++) {
        a220[v221 * 41 + v222] = f(f(f(a203[v221 * 41 + v222] * a203[v221 * 41 + v222]) + f(3 * f(a203[(2 + v221) * 41 + v222] * a203[(2 + v221) * 41 + v222]))) / 2);
      }
    }
    const v223 = f(Math.min(1.600000023841858, f(Math.max(-1.600000023841858, (v216 ? f(v171 - v208) : v212)))));
    const v224 = f(Math.min(1.7999999523162842, f(Math.max(-1.7999999523162842, (v216 ? f(v172 - v209) : v213)))));
    const v225 = f(Math.min(1.600000023841858, f(Math.max(-1.600000023841858, (v217 ? f(v171 - v210) : v214)))));
    const v226 = f(Math.min(1.7999999523162842, f(Math.max(-1.7999999523162842, (v217 ? f(v172 - v211) : v215)))));
    v5 = v218;
    v6 = v171;
    v7 = v172;
    v8 = v219;
    v9 = v179;
    v10 = v180;
    v11 = 1;
    v12 = 0;
    v13 = 0;
    v14 = 3;
    v15 = 1;
    v16 = 3;
    a17.set(a195);
    a18.set(a199);
    a19.set(a220);
    v20 = v223;
    v21 = v224;
    v22 = v225;
    v23 = v226;
  }
  else if (v3 === 2) {
    const v227 = f(f(0 - x0[0]) / 3.5999999046325684);
    const v228 = f(f(0 - x0[1]) / 3.5999999046325684);
    const v229 = f(f(0 - x0[0]) / 3.5999999046325684);
    const v230 = f(f(1 - x0[1]) / 3.5999999046325684);
    const v231 = f(f(0 - x0[0]) / 3.5999999046325684);
    const v232 = f(f(-1 - x0[1]) / 3.5999999046325684);
    const v233 = f(f(v227 * v227) + f(v228 * v228));
    const v234 = f(f(v229 * v229) + f(v230 * v230));
    const v235 = f(f(v231 * v231) + f(v232 * v232));
    const v236 = f(Math.sqrt(v233));
    const v237 = f(Math.sqrt(v234));
    const v238 = f(Math.sqrt(v235));
    a242[0] = v236;
    a242[1] = v237;
    a242[2] = v238;
    let v239 = v236;
    let v240 = 0;
    for (let v241 = 0; v241 < 3; v241++) {
      const v243 = a242[v241];
      if (v243 < v239 || (v243 !== v243 && v239 === v239)) { v239 = v243; v240 = v241; }
    }
    const v244 = ((v240 < 0) ? (v240 + 3 | 0) : v240);
    const v245 = Math.min(Math.max(v244, 0), 2);
    const v246 = (a242[v245] < 0.02800000086426735);
    const v247 = Math.min(Math.max(v244, 0), 2);
    const v249 = (v246 ? c248[v247 * 2] : x0[0]);
    const v250 = (v246 ? c248[v247 * 2 + 1] : x0[1]);
    const v251 = Math.min(Math.max(v244, 0), 2);
    const v252 = f(v250 * v250);
    const v253 = f(f(0.25 * f(4 * f(f(v250 * v250) * v250))) + f(-0.5 * f(2 * v250)));
    const v254 = f(0.5 * f(2 * v249));
    const v255 = f(f(0.25 * f(4 * f(0 * f(3 * v252)))) + -0);
    const v256 = f(f(0.25 * f(4 * f(1 * f(3 * v252)))) + -1);
    const v257 = f(0 + 1);
    const v258 = f(v255 + 0);
    const v259 = f(0 + 0);
    const v260 = f(v256 + 0);
    const v261 = f(f(v257 + v257) / 2);
    const v262 = f(f(v258 + v259) / 2);
    const v263 = f(f(v259 + v258) / 2);
    const v264 = f(f(v260 + v260) / 2);
    const v265 = f(f(v261 + v261) / 2);
    const v266 = f(f(v262 + v263) / 2);
    const v267 = f(f(v263 + v262) / 2);
    const v268 = f(f(v264 + v264) / 2);
    const v269 = f(f(v265 + v268) / 2);
    const v270 = f(f(v265 - v268) / 2);
    const v271 = f(Math.abs(v270));
    const v272 = f(Math.abs(v267));
    const v273 = f(Math.max(v271, v272));
    const v274 = (v273 === 0);
    const v275 = f(f(Math.min(v271, v272)) / (v274 ? 1 : v273));
    const v276 = (((v271 === Infinity) || (v272 === Infinity)) ? Infinity : (v274 ? v273 : f(v273 * f(Math.sqrt(f(1 + f(v275 * v275)))))));
    const v277 = f(f(Math.atan2(v267, v270)) / 2);
    const v278 = f(Math.cos(v277));
    const v279 = f(Math.sin(v277));
    const v280 = f(-v279);
    const v281 = f(v269 - v276);
    const v282 = f(v269 + v276);
    const v283 = f(Math.abs(v281));
    const v284 = f(Math.abs(v282));
    const v285 = f(Math.max(v283, v284));
    const v286 = f(9.999999747378752e-05 * v285);
    const v287 = ((f(Math.abs(v280)) > 0.0010000000474974513) ? f(Math.sign(v280)) : f(Math.sign(v278)));
    const v288 = ((f(Math.abs(v278)) > 0.0010000000474974513) ? f(Math.sign(v278)) : f(Math.sign(v279)));
    const v289 = ((f(v282 - v281) <= v286) ? 1 : f(v280 * v287));
    const v290 = ((f(v282 - v281) <= v286) ? 0 : f(v278 * v287));
    const v291 = ((f(v282 - v281) <= v286) ? 0 : f(v278 * v288));
    const v292 = ((f(v282 - v281) <= v286) ? 1 : f(v279 * v288));
    a312[0] = v289;
    a312[1] = v290;
    a312[2] = v291;
    a312[3] = v292;
    const v293 = f(v289 / 3.5999999046325684);
    const v294 = f(v290 / 3.5999999046325684);
    const v295 = f(v291 / 3.5999999046325684);
    const v296 = f(v292 / 3.5999999046325684);
    const v297 = f(f(v293 * v293) + f(v294 * v294));
    const v298 = f(f(v295 * v295) + f(v296 * v296));
    for (let v300 = 0; v300 < 40; v300++) {
      a299[v300] = f(v300 / 40);
    }
    const v301 = f(0.1599999964237213 / f(Math.sqrt(v297)));
    const v302 = f(0.1599999964237213 / f(Math.sqrt(v298)));
    a308[0] = v301;
    a308[1] = v302;
    for (let v304 = 0; v304 < 41; v304++) {
      a303[v304] = (v304 < 40 ? f(f(-1 * f(1 - a299[v304])) + f(1 * a299[v304])) : 1);
    }
    for (let v306 = 0; v306 < 2; v306++) {
      for (let v307 = 0; v307 < 41; v307++) {
        a305[v306 * 41 + v307] = f(a303[v307] * a308[v306]);
      }
    }
    for (let v310 = 0; v310 < 2; v310++) {
      for (let v311 = 0; v311 < 41; v311++) {
        a309[(v310 * 41 + v311) * 2] = f(v249 + f(a305[v310 * 41 + v311] * a312[v310 * 2]));
        a309[(v310 * 41 + v311) * 2 + 1] = f(v250 + f(a305[v310 * 41 + v311] * a312[v310 * 2 + 1]));
      }
    }
    const v313 = f(f(1.5 * v301) * v289);
    const v314 = f(f(1.5 * v301) * v290);
    const v315 = f(f(1.5 * v302) * v291);
    const v316 = f(f(1.5 * v302) * v292);
    const v317 = f(v249 + v313);
    const v318 = f(v250 + v314);
    const v319 = f(v249 + v315);
    const v320 = f(v250 + v316);
    const v321 = (((v317 < -1.440000057220459) || (v317 > 1.440000057220459)) || ((v318 < -1.6200000047683716) || (v318 > 1.6200000047683716)));
    const v322 = (((v319 < -1.440000057220459) || (v319 > 1.440000057220459)) || ((v320 < -1.6200000047683716) || (v320 > 1.6200000047683716)));
    const v324 = (v246 ? c323[v251] : -1);
    const v325 = f(f(f(f(v249 * v249) / 2) - f(v252 / 2)) + f(f(f(f(v250 * v250) * v250) * v250) / 4));
    const v326 = f(0 + v254);
    const v327 = f(v253 + 0);
    const v328 = ((v283 <= v286) ? 0 : v281);
    const v329 = ((v284 <= v286) ? 0 : v282);
    for (let v331 = 0; v331 < 2; v331++) {
      for (let v332 = 0; v332 < 41; v332++) {
        a330[v331 * 41 + v332] = f(f(f(f(a309[(v331 * 41 + v332) * 2] * a309[(v331 * 41 + v332) * 2]) / 2) - f(f(a309[(v331 * 41 + v332) * 2 + 1] * a309[(v331 * 41 + v332) * 2 + 1]) / 2)) + f(f(f(f(a309[(v331 * 41 + v332) * 2 + 1] * a309[(v331 * 41 + v332) * 2 + 1]) * a309[(v331 * 41 + v332) * 2 + 1]) * a309[(v331 * 41 + v332) * 2 + 1]) / 4));
      }
    }
    const v333 = f(Math.min(1.440000057220459, f(Math.max(-1.440000057220459, (v321 ? f(v249 - v313) : v317)))));
    const v334 = f(Math.min(1.6200000047683716, f(Math.max(-1.6200000047683716, (v321 ? f(v250 - v314) : v318)))));
    const v335 = f(Math.min(1.440000057220459, f(Math.max(-1.440000057220459, (v322 ? f(v249 - v315) : v319)))));
    const v336 = f(Math.min(1.6200000047683716, f(Math.max(-1.6200000047683716, (v322 ? f(v250 - v316) : v320)))));
    v5 = v324;
    v6 = v249;
    v7 = v250;
    v8 = v325;
    v9 = v326;
    v10 = v327;
    v11 = v261;
    v12 = v262;
    v13 = v263;
    v14 = v264;
    v15 = v328;
    v16 = v329;
    a17.set(a305);
    a18.set(a309);
    a19.set(a330);
    v20 = v333;
    v21 = v334;
    v22 = v335;
    v23 = v336;
  }
  else if (v3 === 3) {
    const v337 = f(f(0 - x0[0]) / 4);
    const v338 = f(f(0 - x0[1]) / 4);
    const v339 = f(f(-1.5 - x0[0]) / 4);
    const v340 = f(f(0 - x0[1]) / 4);
    const v341 = f(f(0.75 - x0[0]) / 4);
    const v342 = f(f(1.299038052558899 - x0[1]) / 4);
    const v343 = f(f(0.75 - x0[0]) / 4);
    const v344 = f(f(-1.299038052558899 - x0[1]) / 4);
    const v345 = f(f(v337 * v337) + f(v338 * v338));
    const v346 = f(f(v339 * v339) + f(v340 * v340));
    const v347 = f(f(v341 * v341) + f(v342 * v342));
    const v348 = f(f(v343 * v343) + f(v344 * v344));
    const v349 = f(Math.sqrt(v345));
    const v350 = f(Math.sqrt(v346));
    const v351 = f(Math.sqrt(v347));
    const v352 = f(Math.sqrt(v348));
    a356[0] = v349;
    a356[1] = v350;
    a356[2] = v351;
    a356[3] = v352;
    let v353 = v349;
    let v354 = 0;
    for (let v355 = 0; v355 < 4; v355++) {
      const v357 = a356[v355];
      if (v357 < v353 || (v357 !== v357 && v353 === v353)) { v353 = v357; v354 = v355; }
    }
    const v358 = ((v354 < 0) ? (v354 + 4 | 0) : v354);
    const v359 = Math.min(Math.max(v358, 0), 3);
    const v360 = (a356[v359] < 0.02800000086426735);
    const v361 = Math.min(Math.max(v358, 0), 3);
    const v363 = (v360 ? c362[v361 * 2] : x0[0]);
    const v364 = (v360 ? c362[v361 * 2 + 1] : x0[1]);
    const v365 = Math.min(Math.max(v358, 0), 3);
    const v366 = f(v363 * v363);
    const v367 = f(3 * v363);
    const v368 = f(v364 * v364);
    const v369 = f(2 * v364);
    const v370 = f(2 * v363);
    const v371 = f(v366 + v368);
    const v372 = f(0.5 * f(2 * v371));
    const v373 = f(v367 * -1);
    const v374 = f(f(v372 * v369) + f(v373 * v369));
    const v375 = f(f(f(v372 * v370) + f(3 * f(-1 * v368))) + f(1 * f(3 * v366)));
    const v376 = f(1 * v370);
    const v377 = f(0 * v370);
    const v378 = f(0 * v369);
    const v379 = f(1 * v369);
    const v380 = f(0.5 * f(2 * f(v376 + v378)));
    const v381 = f(0.5 * f(2 * f(v377 + v379)));
    const v382 = f(f(f(v380 * v369) + f(v372 * 0)) + f(f(-3 * v369) + f(v373 * 0)));
    const v383 = f(f(f(v381 * v369) + f(v372 * 2)) + f(f(-0 * v369) + f(v373 * 2)));
    const v384 = f(f(f(f(v380 * v370) + f(v372 * 2)) + f(3 * f(-1 * v378))) + f(1 * f(3 * v376)));
    const v385 = f(f(f(f(v381 * v370) + f(v372 * 0)) + f(3 * f(-1 * v379))) + f(1 * f(3 * v377)));
    const v386 = f(0 + v384);
    const v387 = f(v382 + 0);
    const v388 = f(0 + v385);
    const v389 = f(v383 + 0);
    const v390 = f(f(v386 + v386) / 2);
    const v391 = f(f(v387 + v388) / 2);
    const v392 = f(f(v388 + v387) / 2);
    const v393 = f(f(v389 + v389) / 2);
    const v394 = f(f(v390 + v390) / 2);
    const v395 = f(f(v391 + v392) / 2);
    const v396 = f(f(v392 + v391) / 2);
    const v397 = f(f(v393 + v393) / 2);
    const v398 = f(f(v394 + v397) / 2);
    const v399 = f(f(v394 - v397) / 2);
    const v400 = f(Math.abs(v399));
    const v401 = f(Math.abs(v396));
    const v402 = f(Math.max(v400, v401));
    const v403 = (v402 === 0);
    const v404 = f(f(Math.min(v400, v401)) / (v403 ? 1 : v402));
    const v405 = (((v400 === Infinity) || (v401 === Infinity)) ? Infinity : (v403 ? v402 : f(v402 * f(Math.sqrt(f(1 + f(v404 * v404)))))));
    const v406 = f(f(Math.atan2(v396, v399)) / 2);
    const v407 = f(Math.cos(v406));
    const v408 = f(Math.sin(v406));
    const v409 = f(-v408);
    const v410 = f(v398 - v405);
    const v411 = f(v398 + v405);
    const v412 = f(Math.abs(v410));
    const v413 = f(Math.abs(v411));
    const v414 = f(Math.max(v412, v413));
    const v415 = f(9.999999747378752e-05 * v414);
    const v416 = ((f(Math.abs(v409)) > 0.0010000000474974513) ? f(Math.sign(v409)) : f(Math.sign(v407)));
    const v417 = ((f(Math.abs(v407)) > 0.0010000000474974513) ? f(Math.sign(v407)) : f(Math.sign(v408)));
    const v418 = ((f(v411 - v410) <= v415) ? 1 : f(v409 * v416));
    const v419 = ((f(v411 - v410) <= v415) ? 0 : f(v407 * v416));
    const v420 = ((f(v411 - v410) <= v415) ? 0 : f(v407 * v417));
    const v421 = ((f(v411 - v410) <= v415) ? 1 : f(v408 * v417));
    a441[0] = v418;
    a441[1] = v419;
    a441[2] = v420;
    a441[3] = v421;
    const v422 = f(v418 / 4);
    const v423 = f(v419 / 4);
    const v424 = f(v420 / 4);
    const v425 = f(v421 / 4);
    const v426 = f(f(v422 * v422) + f(v423 * v423));
    const v427 = f(f(v424 * v424) + f(v425 * v425));
    for (let v429 = 0; v429 < 40; v429++) {
      a428[v429] = f(v429 / 40);
    }
    const v430 = f(0.1599999964237213 / f(Math.sqrt(v426)));
    const v431 = f(0.1599999964237213 / f(Math.sqrt(v427)));
    a437[0] = v430;
    a437[1] = v431;
    for (let v433 = 0; v433 < 41; v433++) {
      a432[v433] = (v433 < 40 ? f(f(-1 * f(1 - a428[v433])) + f(1 * a428[v433])) : 1);
    }
    for (let v435 = 0; v435 < 2; v435++) {
      for (let v436 = 0; v436 < 41; v436++) {
        a434[v435 * 41 + v436] = f(a432[v436] * a437[v435]);
      }
    }
    for (let v439 = 0; v439 < 2; v439++) {
      for (let v440 = 0; v440 < 41; v440++) {
        a438[(v439 * 41 + v440) * 2] = f(v363 + f(a434[v439 * 41 + v440] * a441[v439 * 2]));
        a438[(v439 * 41 + v440) * 2 + 1] = f(v364 + f(a434[v439 * 41 + v440] * a441[v439 * 2 + 1]));
      }
    }
    for (let v443 = 0; v443 < 2; v443++) {
      for (let v444 = 0; v444 < 41; v444++) {
        a442[v443 * 41 + v444] = f(a438[(v443 * 41 + v444) * 2 + 1] * a438[(v443 * 41 + v444) * 2 + 1]);
      }
    }
    for (let v446 = 0; v446 < 2; v446++) {
      for (let v447 = 0; v447 < 41; v447++) {
        a445[v446 * 41 + v447] = f(f(a438[(v446 * 41 + v447) * 2] * a438[(v446 * 41 + v447) * 2]) + a442[v446 * 41 + v447]);
      }
    }
    const v448 = f(f(1.5 * v430) * v418);
    const v449 = f(f(1.5 * v430) * v419);
    const v450 = f(f(1.5 * v431) * v420);
    const v451 = f(f(1.5 * v431) * v421);
    const v452 = f(v363 + v448);
    const v453 = f(v364 + v449);
    const v454 = f(v363 + v450);
    const v455 = f(v364 + v451);
    const v456 = (((v452 < -1.600000023841858) || (v452 > 1.600000023841858)) || ((v453 < -1.7999999523162842) || (v453 > 1.7999999523162842)));
    const v457 = (((v454 < -1.600000023841858) || (v454 > 1.600000023841858)) || ((v455 < -1.7999999523162842) || (v455 > 1.7999999523162842)));
    const v459 = (v360 ? c458[v365] : -1);
    const v460 = f(f(f(f(v363 * v363) * v363) - f(v367 * v368)) + f(f(v371 * v371) / 2));
    const v461 = f(0 + v375);
    const v462 = f(v374 + 0);
    const v463 = ((v412 <= v415) ? 0 : v410);
    const v464 = ((v413 <= v415) ? 0 : v411);
    for (let v466 = 0; v466 < 2; v466++) {
      for (let v467 = 0; v467 < 41; v467++) {
        a465[v466 * 41 + v467] = f(f(f(f(a438[(v466 * 41 + v467) * 2] * a438[(v466 * 41 + v467) * 2]) * a438[(v466 * 41 + v467) * 2]) - f(f(3 * a438[(v466 * 41 + v467) * 2]) * a442[v466 * 41 + v467])) + f(f(a445[v466 * 41 + v467] * a445[v466 * 41 + v467]) / 2));
      }
    }
    const v468 = f(Math.min(1.600000023841858, f(Math.max(-1.600000023841858, (v456 ? f(v363 - v448) : v452)))));
    const v469 = f(Math.min(1.7999999523162842, f(Math.max(-1.7999999523162842, (v456 ? f(v364 - v449) : v453)))));
    const v470 = f(Math.min(1.600000023841858, f(Math.max(-1.600000023841858, (v457 ? f(v363 - v450) : v454)))));
    const v471 = f(Math.min(1.7999999523162842, f(Math.max(-1.7999999523162842, (v457 ? f(v364 - v451) : v455)))));
    v5 = v459;
    v6 = v363;
    v7 = v364;
    v8 = v460;
    v9 = v461;
    v10 = v462;
    v11 = v390;
    v12 = v391;
    v13 = v392;
    v14 = v393;
    v15 = v463;
    v16 = v464;
    a17.set(a434);
    a18.set(a438);
    a19.set(a465);
    v20 = v468;
    v21 = v469;
    v22 = v470;
    v23 = v471;
  }
  else if (v3 === 4) {
    const v472 = f(f(0 - x0[0]) / 7);
    const v473 = f(f(0 - x0[1]) / 7);
    const v474 = f(f(2.5 - x0[0]) / 7);
    const v475 = f(f(1.5 - x0[1]) / 7);
    const v476 = f(f(-3 - x0[0]) / 7);
    const v477 = f(f(0 - x0[1]) / 7);
    const v478 = f(f(v472 * v472) + f(v473 * v473));
    const v479 = f(f(v474 * v474) + f(v475 * v475));
    const v480 = f(f(v476 * v476) + f(v477 * v477));
    const v481 = f(Math.sqrt(v478));
    const v482 = f(Math.sqrt(v479));
    const v483 = f(Math.sqrt(v480));
    a487[0] = v481;
    a487[1] = v482;
    a487[2] = v483;
    let v484 = v481;
    let v485 = 0;
    for (let v486 = 0; v486 < 3; v486++) {
      const v488 = a487[v486];
      if (v488 < v484 || (v488 !== v488 && v484 === v484)) { v484 = v488; v485 = v486; }
    }
    const v489 = ((v485 < 0) ? (v485 + 3 | 0) : v485);
    const v490 = Math.min(Math.max(v489, 0), 2);
    const v491 = (a487[v490] < 0.02800000086426735);
    const v492 = Math.min(Math.max(v489, 0), 2);
    const v494 = (v491 ? c493[v492 * 2] : x0[0]);
    const v495 = (v491 ? c493[v492 * 2 + 1] : x0[1]);
    const v496 = Math.min(Math.max(v489, 0), 2);
    const v497 = f(2 * v494);
    const v498 = f(2 * v495);
    const v499 = f(1 - f(f(f(v494 * v494) + f(v495 * v495)) / 4));
    const v500 = f(Math.max(0, v499));
    const v501 = f(((v499 === v500) ? 1 : 0) / ((0 === v500) ? 2 : 1));
    const v502 = f(f(-f(f(-1 * f(3 * f(v500 * v500))) * v501)) / 4);
    const v503 = f(v502 * v498);
    const v504 = f(v502 * v497);
    const v505 = f(f(-f(f(-1 * f(3 * f(f(f(-f(f(f(1 * v497) + f(0 * v498)) / 4)) * v501) * f(2 * v500)))) * v501)) / 4);
    const v506 = f(f(-f(f(-1 * f(3 * f(f(f(-f(f(f(0 * v497) + f(1 * v498)) / 4)) * v501) * f(2 * v500)))) * v501)) / 4);
    const v507 = f(f(v505 * v498) + f(v502 * 0));
    const v508 = f(f(v506 * v498) + f(v502 * 2));
    const v509 = f(f(v505 * v497) + f(v502 * 2));
    const v510 = f(f(v506 * v497) + f(v502 * 0));
    const v511 = f(0 + v509);
    const v512 = f(v507 + 0);
    const v513 = f(0 + v510);
    const v514 = f(v508 + 0);
    const v515 = f(f(v511 + v511) / 2);
    const v516 = f(f(v512 + v513) / 2);
    const v517 = f(f(v513 + v512) / 2);
    const v518 = f(f(v514 + v514) / 2);
    const v519 = f(f(v515 + v515) / 2);
    const v520 = f(f(v516 + v517) / 2);
    const v521 = f(f(v517 + v516) / 2);
    const v522 = f(f(v518 + v518) / 2);
    const v523 = f(f(v519 + v522) / 2);
    const v524 = f(f(v519 - v522) / 2);
    const v525 = f(Math.abs(v524));
    const v526 = f(Math.abs(v521));
    const v527 = f(Math.max(v525, v526));
    const v528 = (v527 === 0);
    const v529 = f(f(Math.min(v525, v526)) / (v528 ? 1 : v527));
    const v530 = (((v525 === Infinity) || (v526 === Infinity)) ? Infinity : (v528 ? v527 : f(v527 * f(Math.sqrt(f(1 + f(v529 * v529)))))));
    const v531 = f(f(Math.atan2(v521, v524)) / 2);
    const v532 = f(Math.cos(v531));
    const v533 = f(Math.sin(v531));
    const v534 = f(-v533);
    const v535 = f(v523 - v530);
    const v536 = f(v523 + v530);
    const v537 = f(Math.abs(v535));
    const v538 = f(Math.abs(v536));
    const v539 = f(Math.max(v537, v538));
    const v540 = f(9.999999747378752e-05 * v539);
    const v541 = ((f(Math.abs(v534)) > 0.0010000000474974513) ? f(Math.sign(v534)) : f(Math.sign(v532)));
    const v542 = ((f(Math.abs(v532)) > 0.0010000000474974513) ? f(Math.sign(v532)) : f(Math.sign(v533)));
    const v543 = ((f(v536 - v535) <= v540) ? 1 : f(v534 * v541));
    const v544 = ((f(v536 - v535) <= v540) ? 0 : f(v532 * v541));
    const v545 = ((f(v536 - v535) <= v540) ? 0 : f(v532 * v542));
    const v546 = ((f(v536 - v535) <= v540) ? 1 : f(v533 * v542));
    a566[0] = v543;
    a566[1] = v544;
    a566[2] = v545;
    a566[3] = v546;
    const v547 = f(v543 / 7);
    const v548 = f(v544 / 7);
    const v549 = f(v545 / 7);
    const v550 = f(v546 / 7);
    const v551 = f(f(v547 * v547) + f(v548 * v548));
    const v552 = f(f(v549 * v549) + f(v550 * v550));
    for (let v554 = 0; v554 < 40; v554++) {
      a553[v554] = f(v554 / 40);
    }
    const v555 = f(0.1599999964237213 / f(Math.sqrt(v551)));
    const v556 = f(0.1599999964237213 / f(Math.sqrt(v552)));
    a562[0] = v555;
    a562[1] = v556;
    for (let v558 = 0; v558 < 41; v558++) {
      a557[v558] = (v558 < 40 ? f(f(-1 * f(1 - a553[v558])) + f(1 * a553[v558])) : 1);
    }
    for (let v560 = 0; v560 < 2; v560++) {
      for (let v561 = 0; v561 < 41; v561++) {
        a559[v560 * 41 + v561] = f(a557[v561] * a562[v560]);
      }
    }
    for (let v564 = 0; v564 < 2; v564++) {
      for (let v565 = 0; v565 < 41; v565++) {
        a563[(v564 * 41 + v565) * 2] = f(v494 + f(a559[v564 * 41 + v565] * a566[v564 * 2]));
        a563[(v564 * 41 + v565) * 2 + 1] = f(v495 + f(a559[v564 * 41 + v565] * a566[v564 * 2 + 1]));
      }
    }
    for (let v568 = 0; v568 < 2; v568++) {
      for (let v569 = 0; v569 < 41; v569++) {
        a567[v568 * 41 + v569] = f(Math.max(0, f(1 - f(f(f(a563[(v568 * 41 + v569) * 2] * a563[(v568 * 41 + v569) * 2]) + f(a563[(v568 * 41 + v569) * 2 + 1] * a563[(v568 * 41 + v569) * 2 + 1])) / 4))));
      }
    }
    const v570 = f(f(1.5 * v555) * v543);
    const v571 = f(f(1.5 * v555) * v544);
    const v572 = f(f(1.5 * v556) * v545);
    const v573 = f(f(1.5 * v556) * v546);
    const v574 = f(v494 + v570);
    const v575 = f(v495 + v571);
    const v576 = f(v494 + v572);
    const v577 = f(v495 + v573);
    const v578 = (((v574 < -2.799999952316284) || (v574 > 2.799999952316284)) || ((v575 < -3.1500000953674316) || (v575 > 3.1500000953674316)));
    const v579 = (((v576 < -2.799999952316284) || (v576 > 2.799999952316284)) || ((v577 < -3.1500000953674316) || (v577 > 3.1500000953674316)));
    const v581 = (v491 ? c580[v496] : -1);
    const v582 = f(1 - f(f(v500 * v500) * v500));
    const v583 = f(0 + v504);
    const v584 = f(v503 + 0);
    const v585 = ((v537 <= v540) ? 0 : v535);
    const v586 = ((v538 <= v540) ? 0 : v536);
    for (let v588 = 0; v588 < 2; v588++) {
      for (let v589 = 0; v589 < 41; v589++) {
        a587[v588 * 41 + v589] = f(1 - f(f(a567[v588 * 41 + v589] * a567[v588 * 41 + v589]) * a567[v588 * 41 + v589]));
      }
    }
    const v590 = f(Math.min(2.799999952316284, f(Math.max(-2.799999952316284, (v578 ? f(v494 - v570) : v574)))));
    const v591 = f(Math.min(3.1500000953674316, f(Math.max(-3.1500000953674316, (v578 ? f(v495 - v571) : v575)))));
    const v592 = f(Math.min(2.799999952316284, f(Math.max(-2.799999952316284, (v579 ? f(v494 - v572) : v576)))));
    const v593 = f(Math.min(3.1500000953674316, f(Math.max(-3.1500000953674316, (v579 ? f(v495 - v573) : v577)))));
    v5 = v581;
    v6 = v494;
    v7 = v495;
    v8 = v582;
    v9 = v583;
    v10 = v584;
    v11 = v515;
    v12 = v516;
    v13 = v517;
    v14 = v518;
    v15 = v585;
    v16 = v586;
    a17.set(a559);
    a18.set(a563);
    a19.set(a587);
    v20 = v590;
    v21 = v591;
    v22 = v592;
    v23 = v593;
  }
  else if (v3 === 5) {
    for (let v595 = 0; v595 < 9; v595++) {
      a594[v595 * 2] = f(f(c596[v595 * 2] - x0[0]) / 10);
      a594[v595 * 2 + 1] = f(f(c596[v595 * 2 + 1] - x0[1]) / 10);
    }
    const v597 = f(f(a594[0] * a594[0]) + f(a594[1] * a594[1]));
    const v598 = f(f(a594[2] * a594[2]) + f(a594[3] * a594[3]));
    const v599 = f(f(a594[4] * a594[4]) + f(a594[5] * a594[5]));
    const v600 = f(f(a594[6] * a594[6]) + f(a594[7] * a594[7]));
    const v601 = f(f(a594[8] * a594[8]) + f(a594[9] * a594[9]));
    const v602 = f(f(a594[10] * a594[10]) + f(a594[11] * a594[11]));
    const v603 = f(f(a594[12] * a594[12]) + f(a594[13] * a594[13]));
    const v604 = f(f(a594[14] * a594[14]) + f(a594[15] * a594[15]));
    const v605 = f(f(a594[16] * a594[16]) + f(a594[17] * a594[17]));
    const v606 = f(Math.sqrt(v597));
    const v607 = f(Math.sqrt(v598));
    const v608 = f(Math.sqrt(v599));
    const v609 = f(Math.sqrt(v600));
    const v610 = f(Math.sqrt(v601));
    const v611 = f(Math.sqrt(v602));
    const v612 = f(Math.sqrt(v603));
    const v613 = f(Math.sqrt(v604));
    const v614 = f(Math.sqrt(v605));
    a618[0] = v606;
    a618[1] = v607;
    a618[2] = v608;
    a618[3] = v609;
    a618[4] = v610;
    a618[5] = v611;
    a618[6] = v612;
    a618[7] = v613;
    a618[8] = v614;
    let v615 = v606;
    let v616 = 0;
    for (let v617 = 0; v617 < 9; v617++) {
      const v619 = a618[v617];
      if (v619 < v615 || (v619 !== v619 && v615 === v615)) { v615 = v619; v616 = v617; }
    }
    const v620 = ((v616 < 0) ? (v616 + 9 | 0) : v616);
    const v621 = Math.min(Math.max(v620, 0), 8);
    const v622 = (a618[v621] < 0.02800000086426735);
    const v623 = Math.min(Math.max(v620, 0), 8);
    const v624 = (v622 ? c596[v623 * 2] : x0[0]);
    const v625 = (v622 ? c596[v623 * 2 + 1] : x0[1]);
    const v626 = Math.min(Math.max(v620, 0), 8);
    const v627 = f(2 * v624);
    const v628 = f(f(f(v624 * v624) + v625) - 11);
    const v629 = f(2 * v625);
    const v630 = f(f(v624 + f(v625 * v625)) - 7);
    const v631 = f(1 * f(2 * v630));
    const v632 = f(1 * f(2 * v628));
    const v633 = f(f(v631 * v629) + v632);
    const v634 = f(v631 + f(v632 * v627));
    const v635 = f(1 * f(2 * f(1 + f(0 * v629))));
    const v636 = f(1 * f(2 * f(0 + f(1 * v629))));
    const v637 = f(1 * f(2 * f(f(1 * v627) + 0)));
    const v638 = f(1 * f(2 * f(f(0 * v627) + 1)));
    const v639 = f(f(f(v635 * v629) + f(v631 * 0)) + v637);
    const v640 = f(f(f(v636 * v629) + f(v631 * 2)) + v638);
    const v641 = f(v635 + f(f(v637 * v627) + f(v632 * 2)));
    const v642 = f(v636 + f(f(v638 * v627) + f(v632 * 0)));
    const v643 = f(0 + v641);
    const v644 = f(v639 + 0);
    const v645 = f(0 + v642);
    const v646 = f(v640 + 0);
    const v647 = f(f(v643 + v643) / 2);
    const v648 = f(f(v644 + v645) / 2);
    const v649 = f(f(v645 + v644) / 2);
    const v650 = f(f(v646 + v646) / 2);
    const v651 = f(f(v647 + v647) / 2);
    const v652 = f(f(v648 + v649) / 2);
    const v653 = f(f(v649 + v648) / 2);
    const v654 = f(f(v650 + v650) / 2);
    const v655 = f(f(v651 + v654) / 2);
    const v656 = f(f(v651 - v654) / 2);
    const v657 = f(Math.abs(v656));
    const v658 = f(Math.abs(v653));
    const v659 = f(Math.max(v657, v658));
    const v660 = (v659 === 0);
    const v661 = f(f(Math.min(v657, v658)) / (v660 ? 1 : v659));
    const v662 = (((v657 === Infinity) || (v658 === Infinity)) ? Infinity : (v660 ? v659 : f(v659 * f(Math.sqrt(f(1 + f(v661 * v661)))))));
    const v663 = f(f(Math.atan2(v653, v656)) / 2);
    const v664 = f(Math.cos(v663));
    const v665 = f(Math.sin(v663));
    const v666 = f(-v665);
    const v667 = f(v655 - v662);
    const v668 = f(v655 + v662);
    const v669 = f(Math.abs(v667));
    const v670 = f(Math.abs(v668));
    const v671 = f(Math.max(v669, v670));
    const v672 = f(9.999999747378752e-05 * v671);
    const v673 = ((f(Math.abs(v666)) > 0.0010000000474974513) ? f(Math.sign(v666)) : f(Math.sign(v664)));
    const v674 = ((f(Math.abs(v664)) > 0.0010000000474974513) ? f(Math.sign(v664)) : f(Math.sign(v665)));
    const v675 = ((f(v668 - v667) <= v672) ? 1 : f(v666 * v673));
    const v676 = ((f(v668 - v667) <= v672) ? 0 : f(v664 * v673));
    const v677 = ((f(v668 - v667) <= v672) ? 0 : f(v664 * v674));
    const v678 = ((f(v668 - v667) <= v672) ? 1 : f(v665 * v674));
    a698[0] = v675;
    a698[1] = v676;
    a698[2] = v677;
    a698[3] = v678;
    const v679 = f(v675 / 10);
    const v680 = f(v676 / 10);
    const v681 = f(v677 / 10);
    const v682 = f(v678 / 10);
    const v683 = f(f(v679 * v679) + f(v680 * v680));
    const v684 = f(f(v681 * v681) + f(v682 * v682));
    for (let v686 = 0; v686 < 40; v686++) {
      a685[v686] = f(v686 / 40);
    }
    const v687 = f(0.1599999964237213 / f(Math.sqrt(v683)));
    const v688 = f(0.1599999964237213 / f(Math.sqrt(v684)));
    a694[0] = v687;
    a694[1] = v688;
    for (let v690 = 0; v690 < 41; v690++) {
      a689[v690] = (v690 < 40 ? f(f(-1 * f(1 - a685[v690])) + f(1 * a685[v690])) : 1);
    }
    for (let v692 = 0; v692 < 2; v692++) {
      for (let v693 = 0; v693 < 41; v693++) {
        a691[v692 * 41 + v693] = f(a689[v693] * a694[v692]);
      }
    }
    for (let v696 = 0; v696 < 2; v696++) {
      for (let v697 = 0; v697 < 41; v697++) {
        a695[(v696 * 41 + v697) * 2] = f(v624 + f(a691[v696 * 41 + v697] * a698[v696 * 2]));
        a695[(v696 * 41 + v697) * 2 + 1] = f(v625 + f(a691[v696 * 41 + v697] * a698[v696 * 2 + 1]));
      }
    }
    for (let v700 = 0; v700 < 2; v700++) {
      for (let v701 = 0; v701 < 41; v701++) {
        a699[v700 * 41 + v701] = f(f(f(a695[(v700 * 41 + v701) * 2] * a695[(v700 * 41 + v701) * 2]) + a695[(v700 * 41 + v701) * 2 + 1]) - 11);
      }
    }
    for (let v703 = 0; v703 < 2; v703++) {
      for (let v704 = 0; v704 < 41; v704++) {
        a702[v703 * 41 + v704] = f(f(a695[(v703 * 41 + v704) * 2] + f(a695[(v703 * 41 + v704) * 2 + 1] * a695[(v703 * 41 + v704) * 2 + 1])) - 7);
      }
    }
    const v705 = f(f(1.5 * v687) * v675);
    const v706 = f(f(1.5 * v687) * v676);
    const v707 = f(f(1.5 * v688) * v677);
    const v708 = f(f(1.5 * v688) * v678);
    const v709 = f(v624 + v705);
    const v710 = f(v625 + v706);
    const v711 = f(v624 + v707);
    const v712 = f(v625 + v708);
    const v713 = (((v709 < -4) || (v709 > 4)) || ((v710 < -4.5) || (v710 > 4.5)));
    const v714 = (((v711 < -4) || (v711 > 4)) || ((v712 < -4.5) || (v712 > 4.5)));
    const v716 = (v622 ? c715[v626] : -1);
    const v717 = f(f(v628 * v628) + f(v630 * v630));
    const v718 = f(0 + v634);
    const v719 = f(v633 + 0);
    const v720 = ((v669 <= v672) ? 0 : v667);
    const v721 = ((v670 <= v672) ? 0 : v668);
    for (let v723 = 0; v723 < 2; v723++) {
      for (let v724 = 0; v724 < 41; v724++) {
        a722[v723 * 41 + v724] = f(f(a699[v723 * 41 + v724] * a699[v723 * 41 + v724]) + f(a702[v723 * 41 + v724] * a702[v723 * 41 + v724]));
      }
    }
    const v725 = f(Math.min(4, f(Math.max(-4, (v713 ? f(v624 - v705) : v709)))));
    const v726 = f(Math.min(4.5, f(Math.max(-4.5, (v713 ? f(v625 - v706) : v710)))));
    const v727 = f(Math.min(4, f(Math.max(-4, (v714 ? f(v624 - v707) : v711)))));
    const v728 = f(Math.min(4.5, f(Math.max(-4.5, (v714 ? f(v625 - v708) : v712)))));
    v5 = v716;
    v6 = v624;
    v7 = v625;
    v8 = v717;
    v9 = v718;
    v10 = v719;
    v11 = v647;
    v12 = v648;
    v13 = v649;
    v14 = v650;
    v15 = v720;
    v16 = v721;
    a17.set(a691);
    a18.set(a695);
    a19.set(a722);
    v20 = v725;
    v21 = v726;
    v22 = v727;
    v23 = v728;
  }
  else if (v3 === 6) {
    for (let v730 = 0; v730 < 15; v730++) {
      a729[v730 * 2] = f(f(c731[v730 * 2] - x0[0]) / 4.199999809265137);
      a729[v730 * 2 + 1] = f(f(c731[v730 * 2 + 1] - x0[1]) / 2.4000000953674316);
    }
    const v732 = f(f(a729[0] * a729[0]) + f(a729[1] * a729[1]));
    const v733 = f(f(a729[2] * a729[2]) + f(a729[3] * a729[3]));
    const v734 = f(f(a729[4] * a729[4]) + f(a729[5] * a729[5]));
    const v735 = f(f(a729[6] * a729[6]) + f(a729[7] * a729[7]));
    const v736 = f(f(a729[8] * a729[8]) + f(a729[9] * a729[9]));
    const v737 = f(f(a729[10] * a729[10]) + f(a729[11] * a729[11]));
    const v738 = f(f(a729[12] * a729[12]) + f(a729[13] * a729[13]));
    const v739 = f(f(a729[14] * a729[14]) + f(a729[15] * a729[15]));
    const v740 = f(f(a729[16] * a729[16]) + f(a729[17] * a729[17]));
    const v741 = f(f(a729[18] * a729[18]) + f(a729[19] * a729[19]));
    const v742 = f(f(a729[20] * a729[20]) + f(a729[21] * a729[21]));
    const v743 = f(f(a729[22] * a729[22]) + f(a729[23] * a729[23]));
    const v744 = f(f(a729[24] * a729[24]) + f(a729[25] * a729[25]));
    const v745 = f(f(a729[26] * a729[26]) + f(a729[27] * a729[27]));
    const v746 = f(f(a729[28] * a729[28]) + f(a729[29] * a729[29]));
    const v747 = f(Math.sqrt(v732));
    const v748 = f(Math.sqrt(v733));
    const v749 = f(Math.sqrt(v734));
    const v750 = f(Math.sqrt(v735));
    const v751 = f(Math.sqrt(v736));
    const v752 = f(Math.sqrt(v737));
    const v753 = f(Math.sqrt(v738));
    const v754 = f(Math.sqrt(v739));
    const v755 = f(Math.sqrt(v740));
    const v756 = f(Math.sqrt(v741));
    const v757 = f(Math.sqrt(v742));
    const v758 = f(Math.sqrt(v743));
    const v759 = f(Math.sqrt(v744));
    const v760 = f(Math.sqrt(v745));
    const v761 = f(Math.sqrt(v746));
    a765[0] = v747;
    a765[1] = v748;
    a765[2] = v749;
    a765[3] = v750;
    a765[4] = v751;
    a765[5] = v752;
    a765[6] = v753;
    a765[7] = v754;
    a765[8] = v755;
    a765[9] = v756;
    a765[10] = v757;
    a765[11] = v758;
    a765[12] = v759;
    a765[13] = v760;
    a765[14] = v761;
    let v762 = v747;
    let v763 = 0;
    for (let v764 = 0; v764 < 15; v764++) {
      const v766 = a765[v764];
      if (v766 < v762 || (v766 !== v766 && v762 === v762)) { v762 = v766; v763 = v764; }
    }
    const v767 = ((v763 < 0) ? (v763 + 15 | 0) : v763);
    const v768 = Math.min(Math.max(v767, 0), 14);
    const v769 = (a765[v768] < 0.02800000086426735);
    const v770 = Math.min(Math.max(v767, 0), 14);
    const v771 = (v769 ? c731[v770 * 2] : x0[0]);
    const v772 = (v769 ? c731[v770 * 2 + 1] : x0[1]);
    const v773 = Math.min(Math.max(v767, 0), 14);
    const v774 = f(v771 * v771);
    const v775 = f(2 * v771);
    const v776 = f(4 * f(f(v771 * v771) * v771));
    const v777 = f(f(4 - f(2.0999999046325684 * v774)) + f(f(f(f(v771 * v771) * v771) * v771) / 3));
    const v778 = f(v772 * v772);
    const v779 = f(2 * v772);
    const v780 = f(f(4 * v778) - 4);
    const v781 = f(v780 * 1);
    const v782 = f(4 * f(1 * v778));
    const v783 = f(v777 * 1);
    const v784 = f(1 * v774);
    const v785 = f(v784 / 3);
    const v786 = f(2.0999999046325684 * f(-v784));
    const v787 = f(f(f(v781 * v779) + f(v782 * v779)) + f(v771 * 1));
    const v788 = f(f(f(f(1 * v772) + f(v783 * v775)) + f(v785 * v776)) + f(v786 * v775));
    const v789 = f(1 * v775);
    const v790 = f(0 * v775);
    const v791 = f(0 * v779);
    const v792 = f(1 * v779);
    const v793 = f(1 * v789);
    const v794 = f(1 * v790);
    const v795 = f(f(f(f(f(f(4 * v791) * 1) * v779) + f(v781 * 0)) + f(f(f(4 * f(1 * v791)) * v779) + f(v782 * 0))) + 1);
    const v796 = f(f(f(f(f(f(4 * v792) * 1) * v779) + f(v781 * 2)) + f(f(f(4 * f(1 * v792)) * v779) + f(v782 * 2))) + 0);
    const v797 = f(f(f(0 + f(f(f(f(f(-f(2.0999999046325684 * v789)) + f(f(1 * v776) / 3)) * 1) * v775) + f(v783 * 2))) + f(f(f(v793 / 3) * v776) + f(v785 * f(4 * f(1 * f(3 * v774)))))) + f(f(f(2.0999999046325684 * f(-v793)) * v775) + f(v786 * 2)));
    const v798 = f(f(f(1 + f(f(f(f(f(-f(2.0999999046325684 * v790)) + f(f(0 * v776) / 3)) * 1) * v775) + f(v783 * 0))) + f(f(f(v794 / 3) * v776) + f(v785 * f(4 * f(0 * f(3 * v774)))))) + f(f(f(2.0999999046325684 * f(-v794)) * v775) + f(v786 * 0)));
    const v799 = f(0 + v797);
    const v800 = f(v795 + 0);
    const v801 = f(0 + v798);
    const v802 = f(v796 + 0);
    const v803 = f(f(v799 + v799) / 2);
    const v804 = f(f(v800 + v801) / 2);
    const v805 = f(f(v801 + v800) / 2);
    const v806 = f(f(v802 + v802) / 2);
    const v807 = f(f(v803 + v803) / 2);
    const v808 = f(f(v804 + v805) / 2);
    const v809 = f(f(v805 + v804) / 2);
    const v810 = f(f(v806 + v806) / 2);
    const v811 = f(f(v807 + v810) / 2);
    const v812 = f(f(v807 - v810) / 2);
    const v813 = f(Math.abs(v812));
    const v814 = f(Math.abs(v809));
    const v815 = f(Math.max(v813, v814));
    const v816 = (v815 === 0);
    const v817 = f(f(Math.min(v813, v814)) / (v816 ? 1 : v815));
    const v818 = (((v813 === Infinity) || (v814 === Infinity)) ? Infinity : (v816 ? v815 : f(v815 * f(Math.sqrt(f(1 + f(v817 * v817)))))));
    const v819 = f(f(Math.atan2(v809, v812)) / 2);
    const v820 = f(Math.cos(v819));
    const v821 = f(Math.sin(v819));
    const v822 = f(-v821);
    const v823 = f(v811 - v818);
    const v824 = f(v811 + v818);
    const v825 = f(Math.abs(v823));
    const v826 = f(Math.abs(v824));
    const v827 = f(Math.max(v825, v826));
    const v828 = f(9.999999747378752e-05 * v827);
    const v829 = ((f(Math.abs(v822)) > 0.0010000000474974513) ? f(Math.sign(v822)) : f(Math.sign(v820)));
    const v830 = ((f(Math.abs(v820)) > 0.0010000000474974513) ? f(Math.sign(v820)) : f(Math.sign(v821)));
    const v831 = ((f(v824 - v823) <= v828) ? 1 : f(v822 * v829));
    const v832 = ((f(v824 - v823) <= v828) ? 0 : f(v820 * v829));
    const v833 = ((f(v824 - v823) <= v828) ? 0 : f(v820 * v830));
    const v834 = ((f(v824 - v823) <= v828) ? 1 : f(v821 * v830));
    a854[0] = v831;
    a854[1] = v832;
    a854[2] = v833;
    a854[3] = v834;
    const v835 = f(v831 / 4.199999809265137);
    const v836 = f(v832 / 2.4000000953674316);
    const v837 = f(v833 / 4.199999809265137);
    const v838 = f(v834 / 2.4000000953674316);
    const v839 = f(f(v835 * v835) + f(v836 * v836));
    const v840 = f(f(v837 * v837) + f(v838 * v838));
    for (let v842 = 0; v842 < 40; v842++) {
      a841[v842] = f(v842 / 40);
    }
    const v843 = f(0.1599999964237213 / f(Math.sqrt(v839)));
    const v844 = f(0.1599999964237213 / f(Math.sqrt(v840)));
    a850[0] = v843;
    a850[1] = v844;
    for (let v846 = 0; v846 < 41; v846++) {
      a845[v846] = (v846 < 40 ? f(f(-1 * f(1 - a841[v846])) + f(1 * a841[v846])) : 1);
    }
    for (let v848 = 0; v848 < 2; v848++) {
      for (let v849 = 0; v849 < 41; v849++) {
        a847[v848 * 41 + v849] = f(a845[v849] * a850[v848]);
      }
    }
    for (let v852 = 0; v852 < 2; v852++) {
      for (let v853 = 0; v853 < 41; v853++) {
        a851[(v852 * 41 + v853) * 2] = f(v771 + f(a847[v852 * 41 + v853] * a854[v852 * 2]));
        a851[(v852 * 41 + v853) * 2 + 1] = f(v772 + f(a847[v852 * 41 + v853] * a854[v852 * 2 + 1]));
      }
    }
    for (let v856 = 0; v856 < 2; v856++) {
      for (let v857 = 0; v857 < 41; v857++) {
        a855[v856 * 41 + v857] = f(a851[(v856 * 41 + v857) * 2] * a851[(v856 * 41 + v857) * 2]);
      }
    }
    for (let v859 = 0; v859 < 2; v859++) {
      for (let v860 = 0; v860 < 41; v860++) {
        a858[v859 * 41 + v860] = f(a851[(v859 * 41 + v860) * 2 + 1] * a851[(v859 * 41 + v860) * 2 + 1]);
      }
    }
    const v861 = f(f(1.5 * v843) * v831);
    const v862 = f(f(1.5 * v843) * v832);
    const v863 = f(f(1.5 * v844) * v833);
    const v864 = f(f(1.5 * v844) * v834);
    const v865 = f(v771 + v861);
    const v866 = f(v772 + v862);
    const v867 = f(v771 + v863);
    const v868 = f(v772 + v864);
    const v869 = (((v865 < -1.6799999475479126) || (v865 > 1.6799999475479126)) || ((v866 < -1.0800000429153442) || (v866 > 1.0800000429153442)));
    const v870 = (((v867 < -1.6799999475479126) || (v867 > 1.6799999475479126)) || ((v868 < -1.0800000429153442) || (v868 > 1.0800000429153442)));
    const v872 = (v769 ? c871[v773] : -1);
    const v873 = f(f(f(v777 * v774) + f(v771 * v772)) + f(v780 * v778));
    const v874 = f(0 + v788);
    const v875 = f(v787 + 0);
    const v876 = ((v825 <= v828) ? 0 : v823);
    const v877 = ((v826 <= v828) ? 0 : v824);
    for (let v879 = 0; v879 < 2; v879++) {
      for (let v880 = 0; v880 < 41; v880++) {
        a878[v879 * 41 + v880] = f(f(f(f(f(4 - f(2.0999999046325684 * a855[v879 * 41 + v880])) + f(f(f(f(a851[(v879 * 41 + v880) * 2] * a851[(v879 * 41 + v880) * 2]) * a851[(v879 * 41 + v880) * 2]) * a851[(v879 * 41 + v880) * 2]) / 3)) * a855[v879 * 41 + v880]) + f(a851[(v879 * 41 + v880) * 2] * a851[(v879 * 41 + v880) * 2 + 1])) + f(f(f(4 * a858[v879 * 41 + v880]) - 4) * a858[v879 * 41 + v880]));
      }
    }
    const v881 = f(Math.min(1.6799999475479126, f(Math.max(-1.6799999475479126, (v869 ? f(v771 - v861) : v865)))));
    const v882 = f(Math.min(1.0800000429153442, f(Math.max(-1.0800000429153442, (v869 ? f(v772 - v862) : v866)))));
    const v883 = f(Math.min(1.6799999475479126, f(Math.max(-1.6799999475479126, (v870 ? f(v771 - v863) : v867)))));
    const v884 = f(Math.min(1.0800000429153442, f(Math.max(-1.0800000429153442, (v870 ? f(v772 - v864) : v868)))));
    v5 = v872;
    v6 = v771;
    v7 = v772;
    v8 = v873;
    v9 = v874;
    v10 = v875;
    v11 = v803;
    v12 = v804;
    v13 = v805;
    v14 = v806;
    v15 = v876;
    v16 = v877;
    a17.set(a847);
    a18.set(a851);
    a19.set(a878);
    v20 = v881;
    v21 = v882;
    v22 = v883;
    v23 = v884;
  }
  else  {
    for (let v886 = 0; v886 < 81; v886++) {
      a885[v886 * 2] = f(f(c887[v886 * 2] - x0[0]) / 4.5);
      a885[v886 * 2 + 1] = f(f(c887[v886 * 2 + 1] - x0[1]) / 4.5);
    }
    for (let v889 = 0; v889 < 81; v889++) {
      a888[v889] = f(f(a885[v889 * 2] * a885[v889 * 2]) + f(a885[v889 * 2 + 1] * a885[v889 * 2 + 1]));
    }
    for (let v891 = 0; v891 < 81; v891++) {
      a890[v891] = f(Math.sqrt(a888[v891]));
    }
    let v892 = a890[0];
    let v893 = 0;
    for (let v894 = 0; v894 < 81; v894++) {
      const v895 = a890[v894];
      if (v895 < v892 || (v895 !== v895 && v892 === v892)) { v892 = v895; v893 = v894; }
    }
    const v896 = ((v893 < 0) ? (v893 + 81 | 0) : v893);
    const v897 = Math.min(Math.max(v896, 0), 80);
    const v898 = (a890[v897] < 0.02800000086426735);
    const v899 = Math.min(Math.max(v896, 0), 80);
    const v900 = (v898 ? c887[v899 * 2] : x0[0]);
    const v901 = (v898 ? c887[v899 * 2 + 1] : x0[1]);
    const v902 = Math.min(Math.max(v896, 0), 80);
    const v903 = f(6.2831854820251465 * v900);
    const v904 = f(6.2831854820251465 * v901);
    const v905 = f(Math.cos(v903));
    const v906 = f(Math.cos(v904));
    const v907 = f(f(f(v900 * v900) + f(10 * f(1 - v905))) + f(f(v901 * v901) + f(10 * f(1 - v906))));
    const v908 = f(f(6.2831854820251465 * f(10 * f(6.2831854820251465 * v905))) + 2);
    const v909 = f(f(6.2831854820251465 * f(10 * f(0 * v906))) + 0);
    const v910 = f(f(6.2831854820251465 * f(10 * f(0 * v905))) + 0);
    const v911 = f(f(6.2831854820251465 * f(10 * f(6.2831854820251465 * v906))) + 2);
    const v912 = f(f(v908 + v908) / 2);
    const v913 = f(f(v909 + v910) / 2);
    const v914 = f(f(v910 + v909) / 2);
    const v915 = f(f(v911 + v911) / 2);
    const v916 = f(f(v912 + v912) / 2);
    const v917 = f(f(v913 + v914) / 2);
    const v918 = f(f(v914 + v913) / 2);
    const v919 = f(f(v915 + v915) / 2);
    const v920 = f(f(v916 + v919) / 2);
    const v921 = f(f(v916 - v919) / 2);
    const v922 = f(Math.abs(v921));
    const v923 = f(Math.abs(v918));
    const v924 = f(Math.max(v922, v923));
    const v925 = (v924 === 0);
    const v926 = f(f(Math.min(v922, v923)) / (v925 ? 1 : v924));
    const v927 = (((v922 === Infinity) || (v923 === Infinity)) ? Infinity : (v925 ? v924 : f(v924 * f(Math.sqrt(f(1 + f(v926 * v926)))))));
    const v928 = f(f(Math.atan2(v918, v921)) / 2);
    const v929 = f(Math.cos(v928));
    const v930 = f(Math.sin(v928));
    const v931 = f(-v930);
    const v932 = f(v920 - v927);
    const v933 = f(v920 + v927);
    const v934 = f(Math.abs(v932));
    const v935 = f(Math.abs(v933));
    const v936 = f(Math.max(v934, v935));
    const v937 = f(9.999999747378752e-05 * v936);
    const v938 = ((f(Math.abs(v931)) > 0.0010000000474974513) ? f(Math.sign(v931)) : f(Math.sign(v929)));
    const v939 = ((f(Math.abs(v929)) > 0.0010000000474974513) ? f(Math.sign(v929)) : f(Math.sign(v930)));
    const v940 = ((f(v933 - v932) <= v937) ? 1 : f(v931 * v938));
    const v941 = ((f(v933 - v932) <= v937) ? 0 : f(v929 * v938));
    const v942 = ((f(v933 - v932) <= v937) ? 0 : f(v929 * v939));
    const v943 = ((f(v933 - v932) <= v937) ? 1 : f(v930 * v939));
    a963[0] = v940;
    a963[1] = v941;
    a963[2] = v942;
    a963[3] = v943;
    const v944 = f(v940 / 4.5);
    const v945 = f(v941 / 4.5);
    const v946 = f(v942 / 4.5);
    const v947 = f(v943 / 4.5);
    const v948 = f(f(v944 * v944) + f(v945 * v945));
    const v949 = f(f(v946 * v946) + f(v947 * v947));
    for (let v951 = 0; v951 < 40; v951++) {
      a950[v951] = f(v951 / 40);
    }
    const v952 = f(0.1599999964237213 / f(Math.sqrt(v948)));
    const v953 = f(0.1599999964237213 / f(Math.sqrt(v949)));
    a959[0] = v952;
    a959[1] = v953;
    for (let v955 = 0; v955 < 41; v955++) {
      a954[v955] = (v955 < 40 ? f(f(-1 * f(1 - a950[v955])) + f(1 * a950[v955])) : 1);
    }
    for (let v957 = 0; v957 < 2; v957++) {
      for (let v958 = 0; v958 < 41; v958++) {
        a956[v957 * 41 + v958] = f(a954[v958] * a959[v957]);
      }
    }
    for (let v961 = 0; v961 < 2; v961++) {
      for (let v962 = 0; v962 < 41; v962++) {
        a960[(v961 * 41 + v962) * 2] = f(v900 + f(a956[v961 * 41 + v962] * a963[v961 * 2]));
        a960[(v961 * 41 + v962) * 2 + 1] = f(v901 + f(a956[v961 * 41 + v962] * a963[v961 * 2 + 1]));
      }
    }
    for (let v965 = 0; v965 < 2; v965++) {
      for (let v966 = 0; v966 < 41; v966++) {
        a964[v965 * 41 + v966] = f(f(f(a960[(v965 * 41 + v966) * 2] * a960[(v965 * 41 + v966) * 2]) + f(10 * f(1 - f(Math.cos(f(6.2831854820251465 * a960[(v965 * 41 + v966) * 2])))))) + f(f(a960[(v965 * 41 + v966) * 2 + 1] * a960[(v965 * 41 + v966) * 2 + 1]) + f(10 * f(1 - f(Math.cos(f(6.2831854820251465 * a960[(v965 * 41 + v966) * 2 + 1])))))));
      }
    }
    const v967 = f(f(1.5 * v952) * v940);
    const v968 = f(f(1.5 * v952) * v941);
    const v969 = f(f(1.5 * v953) * v942);
    const v970 = f(f(1.5 * v953) * v943);
    const v971 = f(v900 + v967);
    const v972 = f(v901 + v968);
    const v973 = f(v900 + v969);
    const v974 = f(v901 + v970);
    const v975 = (((v971 < -1.7999999523162842) || (v971 > 1.7999999523162842)) || ((v972 < -2.0250000953674316) || (v972 > 2.0250000953674316)));
    const v976 = (((v973 < -1.7999999523162842) || (v973 > 1.7999999523162842)) || ((v974 < -2.0250000953674316) || (v974 > 2.0250000953674316)));
    const v978 = (v898 ? c977[v902] : -1);
    const v979 = f(f(6.2831854820251465 * f(10 * f(Math.sin(v903)))) + f(1 * f(2 * v900)));
    const v980 = f(f(6.2831854820251465 * f(10 * f(Math.sin(v904)))) + f(1 * f(2 * v901)));
    const v981 = ((v934 <= v937) ? 0 : v932);
    const v982 = ((v935 <= v937) ? 0 : v933);
    const v983 = f(Math.min(1.7999999523162842, f(Math.max(-1.7999999523162842, (v975 ? f(v900 - v967) : v971)))));
    const v984 = f(Math.min(2.0250000953674316, f(Math.max(-2.0250000953674316, (v975 ? f(v901 - v968) : v972)))));
    const v985 = f(Math.min(1.7999999523162842, f(Math.max(-1.7999999523162842, (v976 ? f(v900 - v969) : v973)))));
    const v986 = f(Math.min(2.0250000953674316, f(Math.max(-2.0250000953674316, (v976 ? f(v901 - v970) : v974)))));
    v5 = v978;
    v6 = v900;
    v7 = v901;
    v8 = v907;
    v9 = v979;
    v10 = v980;
    v11 = v912;
    v12 = v913;
    v13 = v914;
    v14 = v915;
    v15 = v981;
    v16 = v982;
    a17.set(a956);
    a18.set(a960);
    a19.set(a964);
    v20 = v983;
    v21 = v984;
    v22 = v985;
    v23 = v986;
  }
  return [v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v20, v21, v22, v23];
}

function argmax1006(v1003, v1004, v1005, v1002) {
  let v1007 = v1003;
  let v1008 = 0;
  for (let v1009 = 0; v1009 < 5; v1009++) {
    const v1010 = (v1009 < 1 ? v1003 : (v1009 < 2 ? v1004 : (v1009 < 3 ? v1005 : (v1009 < 4 ? v1002 : true))));
    if (v1010 > v1007 || (v1010 !== v1010 && v1007 === v1007)) { v1007 = v1010; v1008 = v1009; }
  }
  return [v1008];
}

function fill1013(v8) {
  for (let v1014 = 0; v1014 < 2; v1014++) {
    for (let v1015 = 0; v1015 < 41; v1015++) {
      a1012[v1014 * 41 + v1015] = f(a19[v1014 * 41 + v1015] - v8);
    }
  }
}

function max1016() {
  let v1017 = -Infinity;
  for (let v1018 = 0; v1018 < 2; v1018++) {
    for (let v1019 = 0; v1019 < 41; v1019++) {
      v1017 = f(Math.max(v1017, f(Math.abs(a1012[v1018 * 41 + v1019]))));
    }
  }
  return [v1017];
}

function fill1022(v1020) {
  for (let v1023 = 0; v1023 < 2; v1023++) {
    for (let v1024 = 0; v1024 < 41; v1024++) {
      a1021[(v1023 * 41 + v1024) * 2] = a17[v1023 * 41 + v1024];
      a1021[(v1023 * 41 + v1024) * 2 + 1] = f(a1012[v1023 * 41 + v1024] / v1020);
    }
  }
}

function fill1026(v6, v7) {
  for (let v1027 = 0; v1027 < 2; v1027++) {
    for (let v1028 = 0; v1028 < 41; v1028++) {
      a1025[(v1027 * 41 + v1028) * 2] = f(a18[(v1027 * 41 + v1028) * 2] - v6);
      a1025[(v1027 * 41 + v1028) * 2 + 1] = f(a18[(v1027 * 41 + v1028) * 2 + 1] - v7);
    }
  }
}

function fill1030(v9, v10) {
  for (let v1031 = 0; v1031 < 2; v1031++) {
    for (let v1032 = 0; v1032 < 41; v1032++) {
      a1029[v1031 * 41 + v1032] = f(f(v9 * a1025[(v1031 * 41 + v1032) * 2]) + f(v10 * a1025[(v1031 * 41 + v1032) * 2 + 1]));
    }
  }
}

function fill1034(v11, v13, v12, v14) {
  for (let v1035 = 0; v1035 < 2; v1035++) {
    for (let v1036 = 0; v1036 < 41; v1036++) {
      a1033[(v1035 * 41 + v1036) * 2] = f(f(a1025[(v1035 * 41 + v1036) * 2] * v11) + f(a1025[(v1035 * 41 + v1036) * 2 + 1] * v13));
      a1033[(v1035 * 41 + v1036) * 2 + 1] = f(f(a1025[(v1035 * 41 + v1036) * 2] * v12) + f(a1025[(v1035 * 41 + v1036) * 2 + 1] * v14));
    }
  }
}

function fill1038() {
  for (let v1039 = 0; v1039 < 2; v1039++) {
    for (let v1040 = 0; v1040 < 41; v1040++) {
      a1037[v1039 * 41 + v1040] = f(f(a1033[(v1039 * 41 + v1040) * 2] * a1025[(v1039 * 41 + v1040) * 2]) + f(a1033[(v1039 * 41 + v1040) * 2 + 1] * a1025[(v1039 * 41 + v1040) * 2 + 1]));
    }
  }
}

function fill1043(v1041) {
  for (let v1044 = 0; v1044 < 2; v1044++) {
    for (let v1045 = 0; v1045 < 41; v1045++) {
      a1042[v1044 * 41 + v1045] = f(v1041 + a1029[v1044 * 41 + v1045]);
    }
  }
}

function fill1047(v1041) {
  for (let v1048 = 0; v1048 < 3; v1048++) {
    for (let v1049 = 0; v1049 < 2; v1049++) {
      for (let v1050 = 0; v1050 < 41; v1050++) {
        a1046[(v1048 * 2 + v1049) * 41 + v1050] = (v1048 < 1 ? v1041 : (v1048 < 2 ? a1042[v1049 * 41 + v1050] : f(a1042[v1049 * 41 + v1050] + f(a1037[v1049 * 41 + v1050] / 2))));
      }
    }
  }
}

function fill1074() {
  for (let v1075 = 0; v1075 < 84; v1075++) {
    a1073[v1075 * 2] = ((((v1075 * 2) / 2 | 0)) % 42 < 41 ? ((a1077[(((((v1075 * 2) / 2 | 0)) / 42 | 0)) % 2] === 1) ? a18[(((((((v1075 * 2) / 2 | 0)) / 42 | 0)) % 2) * 41 + (((v1075 * 2) / 2 | 0)) % 42) * 2 + (v1075 * 2) % 2] : NaN) : c1076[((((((v1075 * 2) / 2 | 0)) / 42 | 0)) % 2 + (((v1075 * 2) / 2 | 0)) % 42 - 41) * 2 + (v1075 * 2) % 2]);
    a1073[v1075 * 2 + 1] = ((((v1075 * 2 + 1) / 2 | 0)) % 42 < 41 ? ((a1077[(((((v1075 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2] === 1) ? a18[(((((((v1075 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2) * 41 + (((v1075 * 2 + 1) / 2 | 0)) % 42) * 2 + (v1075 * 2 + 1) % 2] : NaN) : c1076[((((((v1075 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2 + (((v1075 * 2 + 1) / 2 | 0)) % 42 - 41) * 2 + (v1075 * 2 + 1) % 2]);
  }
}

function fill1079() {
  for (let v1080 = 0; v1080 < 84; v1080++) {
    a1078[v1080 * 2] = ((((v1080 * 2) / 2 | 0)) % 42 < 41 ? ((a1077[(((((v1080 * 2) / 2 | 0)) / 42 | 0)) % 2] === 1) ? a1021[(((((((v1080 * 2) / 2 | 0)) / 42 | 0)) % 2) * 41 + (((v1080 * 2) / 2 | 0)) % 42) * 2 + (v1080 * 2) % 2] : NaN) : c1076[((((((v1080 * 2) / 2 | 0)) / 42 | 0)) % 2 + (((v1080 * 2) / 2 | 0)) % 42 - 41) * 2 + (v1080 * 2) % 2]);
    a1078[v1080 * 2 + 1] = ((((v1080 * 2 + 1) / 2 | 0)) % 42 < 41 ? ((a1077[(((((v1080 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2] === 1) ? a1021[(((((((v1080 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2) * 41 + (((v1080 * 2 + 1) / 2 | 0)) % 42) * 2 + (v1080 * 2 + 1) % 2] : NaN) : c1076[((((((v1080 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2 + (((v1080 * 2 + 1) / 2 | 0)) % 42 - 41) * 2 + (v1080 * 2 + 1) % 2]);
  }
}

function fill1082() {
  for (let v1083 = 0; v1083 < 84; v1083++) {
    a1081[v1083 * 2] = ((((v1083 * 2) / 2 | 0)) % 42 < 41 ? ((a1084[(((((v1083 * 2) / 2 | 0)) / 42 | 0)) % 2] === 1) ? a18[(((((((v1083 * 2) / 2 | 0)) / 42 | 0)) % 2) * 41 + (((v1083 * 2) / 2 | 0)) % 42) * 2 + (v1083 * 2) % 2] : NaN) : c1076[((((((v1083 * 2) / 2 | 0)) / 42 | 0)) % 2 + (((v1083 * 2) / 2 | 0)) % 42 - 41) * 2 + (v1083 * 2) % 2]);
    a1081[v1083 * 2 + 1] = ((((v1083 * 2 + 1) / 2 | 0)) % 42 < 41 ? ((a1084[(((((v1083 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2] === 1) ? a18[(((((((v1083 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2) * 41 + (((v1083 * 2 + 1) / 2 | 0)) % 42) * 2 + (v1083 * 2 + 1) % 2] : NaN) : c1076[((((((v1083 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2 + (((v1083 * 2 + 1) / 2 | 0)) % 42 - 41) * 2 + (v1083 * 2 + 1) % 2]);
  }
}

function fill1086() {
  for (let v1087 = 0; v1087 < 84; v1087++) {
    a1085[v1087 * 2] = ((((v1087 * 2) / 2 | 0)) % 42 < 41 ? ((a1084[(((((v1087 * 2) / 2 | 0)) / 42 | 0)) % 2] === 1) ? a1021[(((((((v1087 * 2) / 2 | 0)) / 42 | 0)) % 2) * 41 + (((v1087 * 2) / 2 | 0)) % 42) * 2 + (v1087 * 2) % 2] : NaN) : c1076[((((((v1087 * 2) / 2 | 0)) / 42 | 0)) % 2 + (((v1087 * 2) / 2 | 0)) % 42 - 41) * 2 + (v1087 * 2) % 2]);
    a1085[v1087 * 2 + 1] = ((((v1087 * 2 + 1) / 2 | 0)) % 42 < 41 ? ((a1084[(((((v1087 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2] === 1) ? a1021[(((((((v1087 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2) * 41 + (((v1087 * 2 + 1) / 2 | 0)) % 42) * 2 + (v1087 * 2 + 1) % 2] : NaN) : c1076[((((((v1087 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2 + (((v1087 * 2 + 1) / 2 | 0)) % 42 - 41) * 2 + (v1087 * 2 + 1) % 2]);
  }
}

function fill1089() {
  for (let v1090 = 0; v1090 < 84; v1090++) {
    a1088[v1090 * 2] = ((((v1090 * 2) / 2 | 0)) % 42 < 41 ? ((a1091[(((((v1090 * 2) / 2 | 0)) / 42 | 0)) % 2] === 1) ? a18[(((((((v1090 * 2) / 2 | 0)) / 42 | 0)) % 2) * 41 + (((v1090 * 2) / 2 | 0)) % 42) * 2 + (v1090 * 2) % 2] : NaN) : c1076[((((((v1090 * 2) / 2 | 0)) / 42 | 0)) % 2 + (((v1090 * 2) / 2 | 0)) % 42 - 41) * 2 + (v1090 * 2) % 2]);
    a1088[v1090 * 2 + 1] = ((((v1090 * 2 + 1) / 2 | 0)) % 42 < 41 ? ((a1091[(((((v1090 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2] === 1) ? a18[(((((((v1090 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2) * 41 + (((v1090 * 2 + 1) / 2 | 0)) % 42) * 2 + (v1090 * 2 + 1) % 2] : NaN) : c1076[((((((v1090 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2 + (((v1090 * 2 + 1) / 2 | 0)) % 42 - 41) * 2 + (v1090 * 2 + 1) % 2]);
  }
}

function fill1093() {
  for (let v1094 = 0; v1094 < 84; v1094++) {
    a1092[v1094 * 2] = ((((v1094 * 2) / 2 | 0)) % 42 < 41 ? ((a1091[(((((v1094 * 2) / 2 | 0)) / 42 | 0)) % 2] === 1) ? a1021[(((((((v1094 * 2) / 2 | 0)) / 42 | 0)) % 2) * 41 + (((v1094 * 2) / 2 | 0)) % 42) * 2 + (v1094 * 2) % 2] : NaN) : c1076[((((((v1094 * 2) / 2 | 0)) / 42 | 0)) % 2 + (((v1094 * 2) / 2 | 0)) % 42 - 41) * 2 + (v1094 * 2) % 2]);
    a1092[v1094 * 2 + 1] = ((((v1094 * 2 + 1) / 2 | 0)) % 42 < 41 ? ((a1091[(((((v1094 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2] === 1) ? a1021[(((((((v1094 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2) * 41 + (((v1094 * 2 + 1) / 2 | 0)) % 42) * 2 + (v1094 * 2 + 1) % 2] : NaN) : c1076[((((((v1094 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2 + (((v1094 * 2 + 1) / 2 | 0)) % 42 - 41) * 2 + (v1094 * 2 + 1) % 2]);
  }
}

function fill1096(v1052, v8, v1020) {
  for (let v1097 = 0; v1097 < 84; v1097++) {
    a1095[v1097 * 2] = ((((v1097 * 2) / 2 | 0)) % 42 < 41 ? ((v1097 * 2) % 2 < 1 ? a17[((((((v1097 * 2) / 2 | 0)) / 42 | 0)) % 2) * 41 + (((v1097 * 2) / 2 | 0)) % 42] : f(f(a1046[(v1052 * 2 + (((((v1097 * 2) / 2 | 0)) / 42 | 0)) % 2) * 41 + (((v1097 * 2) / 2 | 0)) % 42] - v8) / v1020)) : c1076[((((((v1097 * 2) / 2 | 0)) / 42 | 0)) % 2 + (((v1097 * 2) / 2 | 0)) % 42 - 41) * 2 + (v1097 * 2) % 2]);
    a1095[v1097 * 2 + 1] = ((((v1097 * 2 + 1) / 2 | 0)) % 42 < 41 ? ((v1097 * 2 + 1) % 2 < 1 ? a17[((((((v1097 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2) * 41 + (((v1097 * 2 + 1) / 2 | 0)) % 42] : f(f(a1046[(v1052 * 2 + (((((v1097 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2) * 41 + (((v1097 * 2 + 1) / 2 | 0)) % 42] - v8) / v1020)) : c1076[((((((v1097 * 2 + 1) / 2 | 0)) / 42 | 0)) % 2 + (((v1097 * 2 + 1) / 2 | 0)) % 42 - 41) * 2 + (v1097 * 2 + 1) % 2]);
  }
}

export function compute(x0, x1, x2) {
  const v1 = x1;
  const v2 = x2;
  const v3 = (Math.min(Math.max(v1, 0), 7) | 0);
  const [v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v20, v21, v22, v23] = choose4(v3, x0);
  const v987 = f(Math.max(f(Math.abs(v9)), f(Math.abs(v10))));
  const v988 = f(Math.max(0, f(Math.max(0, v987))));
  const v989 = (((v988 > 0) && (v988 < Infinity)) ? v988 : 1);
  const v990 = f(v9 / v989);
  const v991 = f(v10 / v989);
  const v992 = f(f(v990 * v990) + f(v991 * v991));
  const v993 = f(v989 * f(Math.sqrt(f(0 + v992))));
  const v994 = f(Math.abs(v15));
  const v995 = f(Math.abs(v16));
  const v996 = f(Math.max(v994, v995));
  const v997 = f(9.999999747378752e-05 * v996);
  const v998 = (((v15 < f(-v997)) ? 1 : 0) + ((v16 < f(-v997)) ? 1 : 0) | 0);
  const v999 = (((v994 <= v997) ? 1 : 0) + ((v995 <= v997) ? 1 : 0) | 0);
  const v1000 = (((v15 > v997) ? 1 : 0) + ((v16 > v997) ? 1 : 0) | 0);
  const v1001 = (Number.isFinite(v15) && Number.isFinite(v16));
  const v1002 = (v1000 > 0);
  const v1003 = (!((v993 <= 0.009999999776482582) && v1001));
  const v1004 = ((v998 > 0) && v1002);
  const v1005 = (v999 > 0);
  const [v1008] = argmax1006(v1003, v1004, v1005, v1002);
  const v1011 = ((v1008 === 2) && (v5 >= 0));
  fill1013(v8);
  const [v1017] = max1016();
  const v1020 = f(Math.max(v1017, 9.999999974752427e-07));
  fill1022(v1020);
  fill1026(v6, v7);
  fill1030(v9, v10);
  fill1034(v11, v13, v12, v14);
  fill1038();
  const v1041 = f(0 + v8);
  fill1043(v1041);
  fill1047(v1041);
  const v1051 = ((v2 < 0) ? (v2 + 3 | 0) : v2);
  const v1052 = Math.min(Math.max(v1051, 0), 2);
  const v1053 = f(Math.sign(v15));
  const v1054 = f(Math.sign(v16));
  const v1055 = (v1053 === 1);
  const v1056 = (v1054 === 1);
  a1077[0] = v1055;
  a1077[1] = v1056;
  const v1057 = (v1055 ? v20 : NaN);
  const v1058 = (v1055 ? v21 : NaN);
  const v1059 = (v1056 ? v22 : NaN);
  const v1060 = (v1056 ? v23 : NaN);
  const v1061 = (v1053 === -1);
  const v1062 = (v1054 === -1);
  a1084[0] = v1061;
  a1084[1] = v1062;
  const v1063 = (v1061 ? v20 : NaN);
  const v1064 = (v1061 ? v21 : NaN);
  const v1065 = (v1062 ? v22 : NaN);
  const v1066 = (v1062 ? v23 : NaN);
  const v1067 = (v1053 === 0);
  const v1068 = (v1054 === 0);
  a1091[0] = v1067;
  a1091[1] = v1068;
  const v1069 = (v1067 ? v20 : NaN);
  const v1070 = (v1067 ? v21 : NaN);
  const v1071 = (v1068 ? v22 : NaN);
  const v1072 = (v1068 ? v23 : NaN);
  fill1074();
  fill1079();
  fill1082();
  fill1086();
  fill1089();
  fill1093();
  fill1096(v1052, v8, v1020);
  const v1098 = (v1011 ? (5 + v5 | 0) : v1008);
  const v1099 = f(v8 + f(v1020 * -1));
  const v1100 = f(v8 + f(v1020 * 0));
  const v1101 = f(v8 + f(v1020 * 1));
  const v1102 = (v1008 === 1);
  const v1103 = (v1008 === 3);
  a1104[0] = v6;
  a1104[1] = v7;
  a1105[0] = v1057;
  a1105[1] = v1058;
  a1106[0] = v1059;
  a1106[1] = v1060;
  a1107[0] = v1063;
  a1107[1] = v1064;
  a1108[0] = v1065;
  a1108[1] = v1066;
  a1109[0] = v1069;
  a1109[1] = v1070;
  a1110[0] = v1071;
  a1110[1] = v1072;
  a1111[0] = v15;
  a1111[1] = v16;
  a1112[0] = v1099;
  a1112[1] = v1100;
  a1112[2] = v1101;
  a1113[0] = v1102;
  a1113[1] = v1103;
  a1113[2] = v1011;
  return [a1104, a1073, a1078, a1105, a1106, a1081, a1085, a1107, a1108, a1088, a1092, a1109, a1110, a1095, v1098, a1111, a1112, v993, a1113];
}
