// heavy_ball: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: 9dadae1e9c6b0436
const f = Math.fround;
const a1 = new Float32Array(2);
const a2 = new Float32Array(2);
const a6 = new Float32Array(252);
const a7 = new Float32Array(252);
const a16 = new Float32Array(252);
const a19 = new Float32Array(252);
const a22 = new Float32Array(252);
const a40 = new Uint8Array(252);
const a51 = new Uint8Array(252);
const a118 = new Int32Array(2240);
const a121 = new Int32Array(56);
const c125 = Float32Array.of(0.007271943, 0.007847934, 0.008469547, 0.0091403965, 0.009864382, 0.010645713, 0.01148893, 0.012398938, 0.013381023, 0.014440897, 0.015584721, 0.016819144, 0.018151343, 0.01958906, 0.021140656, 0.02281515, 0.024622275, 0.026572537, 0.028677275, 0.030948723, 0.03340009, 0.036045615, 0.038900692, 0.041981906, 0.045307178, 0.048895836, 0.05276874, 0.05694841, 0.061459135, 0.06632715, 0.07158074, 0.07725045, 0.08336925, 0.0899727, 0.097099185, 0.10479014, 0.113090284, 0.12204786, 0.13171494, 0.1421477, 0.15340684, 0.16555777, 0.17867115, 0.1928232, 0.2080962, 0.22457893, 0.24236721, 0.26156446, 0.28228226, 0.30464107, 0.32877085, 0.35481188, 0.38291556, 0.41324523, 0.44597727, 0.4813019);
const c135 = Float32Array.of(0.055939123, 0.15860486, 0.2501058, 0.33165607, 0.40433785, 0.46911556, 0.52684873, 0.5783035, 0.6241626, 0.66503453, 0.70146173, 0.7339275, 0.7628626, 0.7886511, 0.8116351, 0.8321196, 0.8503764, 0.86664784, 0.88114977, 0.8940746, 0.90559393, 0.9158605, 0.92501056, 0.9331656, 0.9404338, 0.9469116, 0.9526849, 0.95783037, 0.96241623, 0.96650344, 0.9701462, 0.9733927, 0.9762863, 0.9788651, 0.9811635, 0.98321193, 0.9850376, 0.9866648, 0.98811495, 0.9894075);
const a158 = new Float32Array(504);
const a208 = new Float32Array(504);
const a211 = new Float32Array(4);
const a212 = new Float32Array(2);
const a213 = new Float32Array(2);
const a214 = new Float32Array(2);
const a215 = new Float32Array(14);
const a216 = new Float32Array(14);
const a217 = new Float32Array(14);
const a218 = new Float32Array(2);
const a219 = new Float32Array(2);
const a220 = new Float32Array(2);
const a221 = new Float32Array(4);
const a222 = new Float32Array(2);
const a223 = new Uint8Array(3);

function scan8(v4, v5) {
  const v9 = f(-a2[0]);
  let v10;
  let v11;
  v10 = v4;
  v11 = 0;
  for (let v12 = 0; v12 < 252; v12++) {
    const v13 = f(v10 - 1.2000000476837158);
    const v14 = f(f(v5 * v11) + f(v9 * f(f(f(-f(f(0.6000000238418579 * f(Math.exp(f(f(-f(v13 * v13)) / 0.24500000476837158)))) / 0.24500000476837158)) * f(2 * v13)) + f(0.05000000074505806 * f(2 * f(v10 - 4))))));
    const v15 = f(v10 + f(1 * v14));
    a6[v12] = v10;
    a7[v12] = v11;
    v10 = v15;
    v11 = v14;
  }
  return [v10, v11];
}

function fill17() {
  for (let v18 = 0; v18 < 252; v18++) {
    a16[v18] = f(a6[v18] - 4);
  }
  return [];
}

function fill20() {
  for (let v21 = 0; v21 < 252; v21++) {
    a19[v21] = f(a6[v21] - 1.2000000476837158);
  }
  return [];
}

function fill23() {
  for (let v24 = 0; v24 < 252; v24++) {
    a22[v24] = f(f(0.05000000074505806 * f(a16[v24] * a16[v24])) + f(0.6000000238418579 * f(Math.exp(f(f(-f(a19[v24] * a19[v24])) / 0.24500000476837158)))));
  }
  return [];
}

function scan27(v4, v25, v26, v5) {
  let v28;
  let v29;
  let v30;
  v28 = v4;
  v29 = v25;
  v30 = v26;
  for (let v31 = 0; v31 < 2000; v31++) {
    const v32 = f(v28 - 1.2000000476837158);
    const v33 = f(f(f(-f(f(0.6000000238418579 * f(Math.exp(f(f(-f(v32 * v32)) / 0.24500000476837158)))) / 0.24500000476837158)) * f(2 * v32)) + f(0.05000000074505806 * f(2 * f(v28 - 4))));
    const v34 = f(f(v5 * v29) - f(a2[0] * v33));
    const v35 = f(v28 + v34);
    const v36 = (v30 || (v35 > 1.1407828330993652));
    v28 = v35;
    v29 = v34;
    v30 = v36;
  }
  return [v28, v29, v30];
}

function fill41() {
  for (let v42 = 0; v42 < 252; v42++) {
    a40[v42] = (a6[v42] > 1.1407828330993652);
  }
  return [];
}

function or43() {
  let v44 = false;
  for (let v45 = 0; v45 < 252; v45++) {
    v44 = (v44 || (a40[v45] === 1));
  }
  return [v44];
}

function argmax46() {
  let v47 = (a40[0] === 1);
  let v48 = 0;
  for (let v49 = 0; v49 < 252; v49++) {
    const v50 = (a40[v49] === 1);
    if (v50 > v47 || (v50 !== v50 && v47 === v47)) { v47 = v50; v48 = v49; }
  }
  return [v48];
}

function fill52() {
  for (let v53 = 0; v53 < 252; v53++) {
    a51[v53] = (((a7[v53] > 0) && (a6[v53] > 0.4399999976158142)) && (!(a40[v53] === 1)));
  }
  return [];
}

function or55() {
  let v56 = false;
  for (let v57 = 0; v57 < 252; v57++) {
    v56 = (v56 || (a51[v57] === 1));
  }
  return [v56];
}

function scan99(v4) {
  let v100;
  let v101;
  v100 = 0;
  v101 = 1;
  for (let v102 = 0; v102 < 10; v102++) {
    const v103 = f(f(v100 + v101) / 2);
    const v104 = f(0.6);
    const v105 = f(v104 * 1);
    const v106 = f(0.01);
    let v107;
    let v108;
    let v109;
    v107 = v4;
    v108 = 0;
    v109 = 0;
    for (;;) {
      const v110 = (((v107 <= 1.1407828330993652) && ((v108 > 0) || (v109 === 0))) && (v109 < 20000));
      if (!(v110)) break;
      const v111 = f(v107 - 1.2000000476837158);
      const v112 = f(f(v103 * v108) - f(v106 * f(f(f(-f(f(v105 * f(Math.exp(f(f(-f(v111 * v111)) / 0.24500000476837158)))) / 0.24500000476837158)) * f(2 * v111)) + f(0.05000000074505806 * f(2 * f(v107 - 4))))));
      const v113 = f(v107 + v112);
      const v114 = (v109 + 1 | 0);
      v107 = v113;
      v108 = v112;
      v109 = v114;
    }
    const v115 = (v107 > 1.1407828330993652);
    const v116 = (v115 ? v100 : v103);
    const v117 = (v115 ? v103 : v101);
    v100 = v116;
    v101 = v117;
  }
  return [v100, v101];
}

function scan119(v4) {
  for (let v120 = 0; v120 < 40; v120++) {
    const v122 = f(0 * v4);
    const v123 = (v4 > 1.1407828330993652);
    for (let v124 = 0; v124 < 56; v124++) {
      const v126 = f(2 * c125[v124]);
      let v127;
      let v128;
      let v129;
      let v130;
      v127 = v4;
      v128 = v122;
      v129 = v123;
      v130 = 0;
      for (;;) {
        const v131 = f(v127 - 4);
        const v132 = f(v127 - 1.2000000476837158);
        const v133 = ((v130 < 1000) && (f(f(f(0.05000000074505806 * f(v131 * v131)) + f(0.6000000238418579 * f(Math.exp(f(f(-f(v132 * v132)) / 0.24500000476837158))))) + f(f(v128 * v128) / v126)) >= 0.8502296209335327));
        if (!(v133)) break;
        const v134 = f(v127 - 1.2000000476837158);
        const v136 = f(f(c135[v120] * v128) - f(c125[v124] * f(f(f(-f(f(0.6000000238418579 * f(Math.exp(f(f(-f(v134 * v134)) / 0.24500000476837158)))) / 0.24500000476837158)) * f(2 * v134)) + f(0.05000000074505806 * f(2 * f(v127 - 4))))));
        const v137 = f(v127 + v136);
        const v138 = (v129 || (v137 > 1.1407828330993652));
        const v139 = (v130 + 1 | 0);
        v127 = v137;
        v128 = v136;
        v129 = v138;
        v130 = v139;
      }
      const v140 = f(v127 - 4);
      const v141 = f(v127 - 1.2000000476837158);
      const v142 = ((f(f(f(0.05000000074505806 * f(v140 * v140)) + f(0.6000000238418579 * f(Math.exp(f(f(-f(v141 * v141)) / 0.24500000476837158))))) + f(f(v128 * v128) / f(2 * c125[v124]))) < 1.0002295970916748) ? (v129 ? ((v127 > 1.1407828330993652) ? 1 : 2) : 0) : 3);
      a121[v124] = v142;
    }
    for (let v143 = 0; v143 < 56; v143++) {
      a118[v120 * 56 + v143] = a121[v143];
    }
  }
  return [];
}

function argmax149(v145, v146, v147, v54, v148, v59, v58) {
  let v150 = v145;
  let v151 = 0;
  for (let v152 = 0; v152 < 8; v152++) {
    const v153 = (v152 < 1 ? v145 : (v152 < 2 ? v146 : (v152 < 3 ? v147 : (v152 < 4 ? v54 : (v152 < 5 ? v148 : (v152 < 6 ? v59 : (v152 < 7 ? v58 : true)))))));
    if (v153 > v150 || (v153 !== v153 && v150 === v150)) { v150 = v153; v151 = v152; }
  }
  return [v151];
}

function max154() {
  let v155 = -Infinity;
  for (let v156 = 0; v156 < 252; v156++) {
    v155 = f(Math.max(v155, ((a51[v156] === 1) ? a22[v156] : 0)));
  }
  return [v155];
}

function fill159() {
  for (let v160 = 0; v160 < 252; v160++) {
    a158[v160 * 2] = a6[v160];
    a158[v160 * 2 + 1] = f(a22[v160] + f(f(a7[v160] * a7[v160]) / f(2 * a2[0])));
  }
  return [];
}

function fill209() {
  for (let v210 = 0; v210 < 252; v210++) {
    a208[v210 * 2] = a6[v210];
    a208[v210 * 2 + 1] = a22[v210];
  }
  return [];
}

export function compute(x0, x1, x2) {
  a1.set(x0);
  a2.set(x1);
  const v3 = x2;
  const v4 = f(Math.min(1, f(Math.max(-4, a1[0]))));
  const v5 = f(Math.min(0.9900000095367432, f(Math.max(0, f(1 - a2[1])))));
  const r8 = kept(scan8, v4, v5, ...a2);
  const [v10, v11] = r8;
  const r17 = kept(fill17, r8);
  const r20 = kept(fill20, r8);
  const r23 = kept(fill23, r17, r20);
  const v25 = f(0 * v4);
  const v26 = (v4 > 1.1407828330993652);
  const r27 = kept(scan27, v4, v25, v26, v5, ...a2);
  const [v28, v29, v30] = r27;
  const v37 = f(v28 - 4);
  const v38 = f(v28 - 1.2000000476837158);
  const v39 = ((f(f(f(0.05000000074505806 * f(v37 * v37)) + f(0.6000000238418579 * f(Math.exp(f(f(-f(v38 * v38)) / 0.24500000476837158))))) + f(f(v29 * v29) / f(2 * a2[0]))) < 1.0002295970916748) ? (v30 ? ((v28 > 1.1407828330993652) ? 1 : 2) : 0) : 3);
  const r41 = kept(fill41, r8);
  const r43 = kept(or43, r41);
  const [v44] = r43;
  const r46 = kept(argmax46, r41);
  const [v48] = r46;
  const r52 = kept(fill52, r8, r41);
  const v54 = (v39 === 0);
  const r55 = kept(or55, r52);
  const [v56] = r55;
  const v58 = (!(!v44));
  const v59 = (v39 === 1);
  const v60 = (v4 <= -2.5);
  const v61 = ((v3 < 0) ? (v3 + 252 | 0) : v3);
  const v62 = Math.min(Math.max(v61, 0), 251);
  const v63 = Math.min(Math.max(v61, 0), 251);
  const v64 = Math.min(Math.max(v61, 0), 251);
  const v65 = f(v5 * a7[v64]);
  const v66 = (v3 + 1 | 0);
  const v67 = ((v66 < 0) ? (v66 + 252 | 0) : v66);
  const v68 = Math.min(Math.max(v67, 0), 251);
  const v69 = f(Math.sqrt(a2[0]));
  const v70 = f(f(1.2999999523162842 * f(a7[v68] - v65)) / v69);
  const v71 = ((a6[v62] > -4.400000095367432) && (a6[v62] < 8.399999618530273));
  const v72 = f(Math.abs(v70));
  const v73 = (v71 && (v72 > 0.15000000596046448));
  const v74 = f(f(Math.min(a22[v63], 2.700000047683716)) + 0.30000001192092896);
  const v75 = a6[v62];
  const v76 = f(v74 + 0);
  const v77 = f(Math.sign(v70));
  const v78 = f(Math.max(f(v72 - 0.30000001192092896), 0));
  const v79 = (v73 ? f(v75 + f(v70 + f(0.6000000238418579 * v77))) : NaN);
  const v80 = (v73 ? f(v76 + 0) : NaN);
  const v81 = f(f(1.2999999523162842 * v65) / v69);
  const v82 = f(Math.abs(v81));
  const v83 = (v71 && (v82 > 0.15000000596046448));
  const v84 = a6[v62];
  const v85 = f(v74 + 0.20000000298023224);
  const v86 = f(Math.sign(v81));
  const v87 = f(Math.max(f(v82 - 0.30000001192092896), 0));
  const v88 = (v83 ? f(v84 + f(v81 + f(0.6000000238418579 * v86))) : NaN);
  const v89 = (v83 ? f(v85 + 0) : NaN);
  const v90 = f(f(1.2999999523162842 * a7[v68]) / v69);
  const v91 = f(Math.abs(v90));
  const v92 = (v71 && (v91 > 0.15000000596046448));
  const v93 = a6[v62];
  const v94 = f(v74 + 0.4000000059604645);
  const v95 = f(Math.sign(v90));
  const v96 = f(Math.max(f(v91 - 0.30000001192092896), 0));
  const v97 = (v92 ? f(v93 + f(v90 + f(0.6000000238418579 * v95))) : NaN);
  const v98 = (v92 ? f(v94 + 0) : NaN);
  const r99 = kept(scan99, v4);
  const [v100, v101] = r99;
  const r119 = kept(scan119, v4);
  const v144 = f(1 - v5);
  const v145 = (v39 === 3);
  const v146 = (v54 && (a22[0] < 1.0002295970916748));
  const v147 = (v54 && v56);
  const v148 = (v59 && v58);
  const r149 = kept(argmax149, v145, v146, v147, v54, v148, v59, v58);
  const [v151] = r149;
  const r154 = kept(max154, r52, r23);
  const [v155] = r154;
  const v157 = (v60 && v59);
  const r159 = kept(fill159, r8, r23, ...a2);
  const v161 = (v73 ? f(v75 + f(v77 * 0)) : NaN);
  const v162 = (v73 ? f(v76 + 0.009999999776482582) : NaN);
  const v163 = (v73 ? f(v75 + f(v77 * v78)) : NaN);
  const v164 = (v73 ? f(v76 + 0.009999999776482582) : NaN);
  const v165 = (v73 ? f(v75 + f(v77 * v78)) : NaN);
  const v166 = (v73 ? f(v76 + 0.05000000074505806) : NaN);
  const v167 = (v73 ? f(v75 + f(v77 * v72)) : NaN);
  const v168 = (v73 ? f(v76 + 0) : NaN);
  const v169 = (v73 ? f(v75 + f(v77 * v78)) : NaN);
  const v170 = (v73 ? f(v76 + -0.05000000074505806) : NaN);
  const v171 = (v73 ? f(v75 + f(v77 * v78)) : NaN);
  const v172 = (v73 ? f(v76 + -0.009999999776482582) : NaN);
  const v173 = (v73 ? f(v75 + f(v77 * 0)) : NaN);
  const v174 = (v73 ? f(v76 + -0.009999999776482582) : NaN);
  const v175 = (v83 ? f(v84 + f(v86 * 0)) : NaN);
  const v176 = (v83 ? f(v85 + 0.009999999776482582) : NaN);
  const v177 = (v83 ? f(v84 + f(v86 * v87)) : NaN);
  const v178 = (v83 ? f(v85 + 0.009999999776482582) : NaN);
  const v179 = (v83 ? f(v84 + f(v86 * v87)) : NaN);
  const v180 = (v83 ? f(v85 + 0.05000000074505806) : NaN);
  const v181 = (v83 ? f(v84 + f(v86 * v82)) : NaN);
  const v182 = (v83 ? f(v85 + 0) : NaN);
  const v183 = (v83 ? f(v84 + f(v86 * v87)) : NaN);
  const v184 = (v83 ? f(v85 + -0.05000000074505806) : NaN);
  const v185 = (v83 ? f(v84 + f(v86 * v87)) : NaN);
  const v186 = (v83 ? f(v85 + -0.009999999776482582) : NaN);
  const v187 = (v83 ? f(v84 + f(v86 * 0)) : NaN);
  const v188 = (v83 ? f(v85 + -0.009999999776482582) : NaN);
  const v189 = (v92 ? f(v93 + f(v95 * 0)) : NaN);
  const v190 = (v92 ? f(v94 + 0.009999999776482582) : NaN);
  const v191 = (v92 ? f(v93 + f(v95 * v96)) : NaN);
  const v192 = (v92 ? f(v94 + 0.009999999776482582) : NaN);
  const v193 = (v92 ? f(v93 + f(v95 * v96)) : NaN);
  const v194 = (v92 ? f(v94 + 0.05000000074505806) : NaN);
  const v195 = (v92 ? f(v93 + f(v95 * v91)) : NaN);
  const v196 = (v92 ? f(v94 + 0) : NaN);
  const v197 = (v92 ? f(v93 + f(v95 * v96)) : NaN);
  const v198 = (v92 ? f(v94 + -0.05000000074505806) : NaN);
  const v199 = (v92 ? f(v93 + f(v95 * v96)) : NaN);
  const v200 = (v92 ? f(v94 + -0.009999999776482582) : NaN);
  const v201 = (v92 ? f(v93 + f(v95 * 0)) : NaN);
  const v202 = (v92 ? f(v94 + -0.009999999776482582) : NaN);
  const v203 = f(f(f(1 - v101) / 0.10000000149011612) * 0.08366600424051285);
  const v204 = f(f(f(1 - v101) / 0.10000000149011612) * 0.7071067690849304);
  const v205 = f(v144 / v69);
  const v206 = (v60 && (v39 === 2));
  const v207 = (v157 && (v5 <= 0.800000011920929));
  const r209 = kept(fill209, r8, r23);
  a211[0] = v4;
  a211[1] = 0.20000000298023224;
  a211[2] = v4;
  a211[3] = a22[0];
  a212[0] = v4;
  a212[1] = a22[0];
  a213[0] = v4;
  a213[1] = 0.5;
  a214[0] = a6[v62];
  a214[1] = a22[v63];
  a215[0] = v161;
  a215[1] = v162;
  a215[2] = v163;
  a215[3] = v164;
  a215[4] = v165;
  a215[5] = v166;
  a215[6] = v167;
  a215[7] = v168;
  a215[8] = v169;
  a215[9] = v170;
  a215[10] = v171;
  a215[11] = v172;
  a215[12] = v173;
  a215[13] = v174;
  a216[0] = v175;
  a216[1] = v176;
  a216[2] = v177;
  a216[3] = v178;
  a216[4] = v179;
  a216[5] = v180;
  a216[6] = v181;
  a216[7] = v182;
  a216[8] = v183;
  a216[9] = v184;
  a216[10] = v185;
  a216[11] = v186;
  a216[12] = v187;
  a216[13] = v188;
  a217[0] = v189;
  a217[1] = v190;
  a217[2] = v191;
  a217[3] = v192;
  a217[4] = v193;
  a217[5] = v194;
  a217[6] = v195;
  a217[7] = v196;
  a217[8] = v197;
  a217[9] = v198;
  a217[10] = v199;
  a217[11] = v200;
  a217[12] = v201;
  a217[13] = v202;
  a218[0] = v79;
  a218[1] = v80;
  a219[0] = v88;
  a219[1] = v89;
  a220[0] = v97;
  a220[1] = v98;
  a221[0] = 0.007000000216066837;
  a221[1] = v203;
  a221[2] = 0.5;
  a221[3] = v204;
  a222[0] = a2[0];
  a222[1] = v144;
  a223[0] = v157;
  a223[1] = v206;
  a223[2] = v207;
  return [a208, a158, a211, a212, a213, a214, a215, a216, a217, a218, a219, a220, a118, a221, a222, v151, v5, v155, v48, v205, v39, a2[0], v4, 1.0002295970916748, a223];
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
