// width: what its Python computes, compiled. Do not edit.
// Made of a jaxpr of jax 0.10.2: 96d622da08f3ffe7
const f = Math.fround;
const a6 = new Uint32Array(2);
const a7 = new Uint32Array(2);
const a11 = new Uint32Array(2048);
const a12 = new Uint32Array(2048);
const a17 = new Uint32Array(2048);
const a21 = new Uint32Array(2048);
const a25 = new Uint32Array(1024);
const a26 = new Uint32Array(1024);
const a30 = new Uint32Array(1024);
const a33 = new Uint32Array(1024);
const a36 = new Float32Array(1024);
const a40 = new Float32Array(512);
const a43 = new Float32Array(155);
const a44 = new Float32Array(1147);
const a45 = new Float32Array(775);
const a47 = new Uint8Array(512);
const a53 = new Float32Array(25);
const c56 = Float32Array.of(-1.2247449, -0.70710677, 0.2455756, -1.3927284, 1.4142135, 0, 0.48368952, 1.3289261, -1.0833504, 0.90903896);
const a57 = new Float32Array(1024);
const a58 = new Float32Array(512);
const a60 = new Float32Array(512);
const a62 = new Float32Array(2560);
const a65 = new Float32Array(2560);
const a68 = new Float32Array(2560);
const a81 = new Float32Array(18944);
const c84 = Float32Array.of(-1.4142135, 0, -1.3927284, -0.2455756, -1.3289261, -0.48368952, -1.2247449, -0.70710677, -1.0833504, -0.90903896, -0.90903896, -1.0833504, -0.70710677, -1.2247449, -0.48368952, -1.3289261, -0.2455756, -1.3927284, 0, -1.4142135, 0.2455756, -1.3927284, 0.48368952, -1.3289261, 0.70710677, -1.2247449, 0.90903896, -1.0833504, 1.0833504, -0.90903896, 1.2247449, -0.70710677, 1.3289261, -0.48368952, 1.3927284, -0.2455756, 1.4142135, 0, 1.3927284, 0.2455756, 1.3289261, 0.48368952, 1.2247449, 0.70710677, 1.0833504, 0.90903896, 0.90903896, 1.0833504, 0.70710677, 1.2247449, 0.48368952, 1.3289261, 0.2455756, 1.3927284, 0, 1.4142135, -0.2455756, 1.3927284, -0.48368952, 1.3289261, -0.70710677, 1.2247449, -0.90903896, 1.0833504, -1.0833504, 0.90903896, -1.2247449, 0.70710677, -1.3289261, 0.48368952, -1.3927284, 0.2455756, -1.4142135, 0);
const a85 = new Float32Array(18944);
const a88 = new Float32Array(37);
const a92 = new Float32Array(2560);
const a95 = new Float32Array(2560);
const a98 = new Float32Array(2560);
const a101 = new Float32Array(25);
const a106 = new Float32Array(25);
const a111 = new Uint8Array(512);
const a119 = new Float32Array(1024);
const a120 = new Float32Array(512);
const a123 = new Float32Array(512);
const a125 = new Float32Array(2560);
const a128 = new Float32Array(2560);
const a131 = new Float32Array(2560);
const a149 = new Float32Array(512);
const a151 = new Float32Array(2560);
const a154 = new Float32Array(5);
const a155 = new Float32Array(2560);
const a158 = new Float32Array(1024);
const a161 = new Float32Array(1024);
const a164 = new Float32Array(512);
const a172 = new Float32Array(37);
const a174 = new Float32Array(25);
const a185 = new Float32Array(755);
const a203 = new Float32Array(5587);
const c207 = Float32Array.of(1.6025306, 0.15912011, 0, 0.033097785, 1.3962303, 1.779433, 0.31830987, -0.05414915, -0.057668887, 1.1723105, 1.9154663, 0.50641644, -0.09995219, -0.11326471, 0.94233114, 2, 0.71713805, -0.1295202, -0.13585855, 0.71713805, 1.9154663, 0.94233114, -0.13585855, -0.1295202, 0.50641644, 1.779433, 1.1723105, -0.11326471, -0.09995219, 0.31830987, 1.6025306, 1.3962303, -0.057668887, -0.05414915, 0.15912011, 1.3962303, 1.6025306, 0.033097785, 0, 0.033097785, 1.1723105, 1.779433, 0.15912011, -0.05414915, -0.057668887, 0.94233114, 1.9154663, 0.31830987, -0.09995219, -0.11326471, 0.71713805, 2, 0.50641644, -0.1295202, -0.13585855, 0.50641644, 1.9154663, 0.71713805, -0.13585855, -0.1295202, 0.31830987, 1.779433, 0.94233114, -0.11326471, -0.09995219, 0.15912011, 1.6025306, 1.1723105, -0.057668887, -0.05414915, 0.033097785, 1.3962303, 1.3962303, 0.033097785, 0, -0.057668887, 1.1723105, 1.6025306, 0.15912011, -0.05414915, -0.11326471, 0.94233114, 1.779433, 0.31830987, -0.09995219, -0.13585855, 0.71713805, 1.9154663, 0.50641644, -0.1295202, -0.1295202, 0.50641644, 2, 0.71713805, -0.13585855, -0.09995219, 0.31830987, 1.9154663, 0.94233114, -0.11326471, -0.05414915, 0.15912011, 1.779433, 1.1723105, -0.057668887, 0, 0.033097785, 1.6025306, 1.3962303, 0.033097785, -0.05414915, -0.057668887, 1.3962303, 1.6025306, 0.15912011, -0.09995219, -0.11326471, 1.1723105, 1.779433, 0.31830987, -0.1295202, -0.13585855, 0.94233114, 1.9154663, 0.50641644, -0.13585855, -0.1295202, 0.71713805, 2, 0.71713805, -0.11326471, -0.09995219, 0.50641644, 1.9154663, 0.94233114, -0.057668887, -0.05414915, 0.31830987, 1.779433, 1.1723105, 0.033097785, -7e-09, 0.15912011, 1.6025306, 1.3962303, 0.15912011, -0.05414915, 0.033097785, 1.3962303, 1.6025306, 0.31830987, -0.09995219, -0.057668887, 1.1723105, 1.779433, 0.50641644, -0.1295202, -0.11326471, 0.94233114, 1.9154663, 0.71713805, -0.13585855, -0.13585855, 0.71713805, 2, 0.94233114, -0.11326471, -0.1295202, 0.50641644, 1.9154663, 1.1723105, -0.057668887, -0.09995219, 0.31830987, 1.779433, 1.3962303, 0.033097785, -0.05414915, 0.15912011, 1.6025306, 1.6025306, 0.15912011, 0, 0.033097785, 1.3962303);
const a208 = new Float32Array(1147);
const c212 = Int32Array.of(0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100, 105, 110, 115, 120, 125, 130, 135, 140, 145, 150);
const a214 = new Float32Array(1147);
const a218 = new Float32Array(775);
const a223 = new Float32Array(31);
const a233 = new Float32Array(31);
const a236 = new Float32Array(1147);
const a240 = new Float32Array(31);
const a245 = new Float32Array(31);
const a248 = new Float32Array(155);
const c252 = Float32Array.of(0.6, -0.8, 1, -0.5, -0.9);
const a253 = new Float32Array(31);
const a261 = new Float32Array(62);
const c264 = Float32Array.of(0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100, 105, 110, 115, 120, 125, 130, 135, 140, 145, 150);
const a266 = new Float32Array(62);
const a284 = new Float32Array(148);
const c287 = Float32Array.of(-180, -170, -160, -150, -140, -130, -120, -110, -100, -90, -80, -70, -60, -50, -40, -30, -20, -10, 0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 170, 180);
const a288 = new Float32Array(74);
const a291 = new Float32Array(74);
const a294 = new Float32Array(74);
const a297 = new Float32Array(60);
const a300 = new Float32Array(60);
const a303 = new Float32Array(2);
const a304 = new Float32Array(2);
const a305 = new Uint8Array(2);

function threefry8(v4, v5) {
  const v9 = threefry(v4, v5, 0, 0);
  a6[0] = v9[0];
  a7[0] = v9[1];
  const v10 = threefry(v4, v5, 0, 1);
  a6[1] = v10[0];
  a7[1] = v10[1];
  return [];
}

function threefry13() {
  for (let v14 = 0; v14 < 2; v14++) {
    for (let v15 = 0; v15 < 1024; v15++) {
      const v16 = threefry(a6[0], a7[0], 0, (v14 * 1024 + v15));
      a11[v14 * 1024 + v15] = v16[0];
      a12[v14 * 1024 + v15] = v16[1];
    }
  }
  return [];
}

function fill18() {
  for (let v19 = 0; v19 < 2; v19++) {
    for (let v20 = 0; v20 < 1024; v20++) {
      a17[v19 * 1024 + v20] = ((a11[v19 * 1024 + v20] ^ a12[v19 * 1024 + v20]) >>> 0);
    }
  }
  return [];
}

function fill22() {
  for (let v23 = 0; v23 < 2; v23++) {
    for (let v24 = 0; v24 < 1024; v24++) {
      a21[v23 * 1024 + v24] = ((((shift_right(a17[v23 * 1024 + v24], 9)) >>> 0) | 1065353216) >>> 0);
    }
  }
  return [];
}

function threefry27() {
  for (let v28 = 0; v28 < 1024; v28++) {
    const v29 = threefry(a6[1], a7[1], 0, v28);
    a25[v28] = v29[0];
    a26[v28] = v29[1];
  }
  return [];
}

function fill31() {
  for (let v32 = 0; v32 < 1024; v32++) {
    a30[v32] = ((a25[v32] ^ a26[v32]) >>> 0);
  }
  return [];
}

function fill34() {
  for (let v35 = 0; v35 < 1024; v35++) {
    a33[v35] = ((((shift_right(a30[v35], 9)) >>> 0) | 1065353216) >>> 0);
  }
  return [];
}

function fill37() {
  for (let v38 = 0; v38 < 2; v38++) {
    for (let v39 = 0; v39 < 512; v39++) {
      a36[v38 * 512 + v39] = f(1.4142135381698608 * f(erf_inv(f(Math.max(-0.9999999403953552, f(f(f(f(as_float(a21[v38 * 1024 + v39])) - 1) * 2) + -0.9999999403953552))))));
    }
  }
  return [];
}

function fill41() {
  for (let v42 = 0; v42 < 512; v42++) {
    a40[v42] = f(1.4142135381698608 * f(erf_inv(f(Math.max(-0.9999999403953552, f(f(f(f(as_float(a33[v42])) - 1) * 2) + -0.9999999403953552))))));
  }
  return [];
}

function scan46(v1) {
  for (let v48 = 0; v48 < 512; v48++) {
    a47[v48] = (v48 < v1);
  }
  const v49 = f(v1);
  const v50 = f(1024 / v49);
  const v51 = f(Math.sqrt(v50));
  const v52 = f(2 / v49);
  for (let v54 = 0; v54 < 5; v54++) {
    for (let v55 = 0; v55 < 5; v55++) {
      a53[v54 * 5 + v55] = f(f(c56[v54 * 2] * c56[v55 * 2]) + f(c56[v54 * 2 + 1] * c56[v55 * 2 + 1]));
    }
  }
  a57.set(a36);
  a58.set(a40);
  for (let v59 = 0; v59 < 31; v59++) {
    for (let v61 = 0; v61 < 512; v61++) {
      a60[v61] = ((a47[v61] === 1) ? a58[v61] : 0);
    }
    for (let v63 = 0; v63 < 5; v63++) {
      for (let v64 = 0; v64 < 512; v64++) {
        a62[v63 * 512 + v64] = f(f(c56[v63 * 2] * a57[v64]) + f(c56[v63 * 2 + 1] * a57[512 + v64]));
      }
    }
    for (let v66 = 0; v66 < 5; v66++) {
      for (let v67 = 0; v67 < 512; v67++) {
        a65[v66 * 512 + v67] = f(a62[v66 * 512 + v67] / 1.4142135381698608);
      }
    }
    for (let v69 = 0; v69 < 5; v69++) {
      for (let v70 = 0; v70 < 512; v70++) {
        a68[v69 * 512 + v70] = f(0.04419417306780815 * f(Math.max(a65[v69 * 512 + v70], 0)));
      }
    }
    let v71 = 0;
    for (let v72 = 0; v72 < 512; v72++) {
      v71 = f(v71 + f(a68[v72] * a60[v72]));
    }
    let v73 = 0;
    for (let v74 = 0; v74 < 512; v74++) {
      v73 = f(v73 + f(a68[512 + v74] * a60[v74]));
    }
    let v75 = 0;
    for (let v76 = 0; v76 < 512; v76++) {
      v75 = f(v75 + f(a68[1024 + v76] * a60[v76]));
    }
    let v77 = 0;
    for (let v78 = 0; v78 < 512; v78++) {
      v77 = f(v77 + f(a68[1536 + v78] * a60[v78]));
    }
    let v79 = 0;
    for (let v80 = 0; v80 < 512; v80++) {
      v79 = f(v79 + f(a68[2048 + v80] * a60[v80]));
    }
    for (let v82 = 0; v82 < 37; v82++) {
      for (let v83 = 0; v83 < 512; v83++) {
        a81[v82 * 512 + v83] = f(f(c84[v82 * 2] * a57[v83]) + f(c84[v82 * 2 + 1] * a57[512 + v83]));
      }
    }
    for (let v86 = 0; v86 < 37; v86++) {
      for (let v87 = 0; v87 < 512; v87++) {
        a85[v86 * 512 + v87] = f(0.04419417306780815 * f(Math.max(f(a81[v86 * 512 + v87] / 1.4142135381698608), 0)));
      }
    }
    for (let v89 = 0; v89 < 37; v89++) {
      let v90 = 0;
      for (let v91 = 0; v91 < 512; v91++) {
        v90 = f(v90 + f(a85[v89 * 512 + v91] * a60[v91]));
      }
      a88[v89] = v90;
    }
    for (let v93 = 0; v93 < 5; v93++) {
      for (let v94 = 0; v94 < 512; v94++) {
        a92[v93 * 512 + v94] = (((a65[v93 * 512 + v94] > 0) && (a47[v94] === 1)) ? 1 : 0);
      }
    }
    for (let v96 = 0; v96 < 5; v96++) {
      for (let v97 = 0; v97 < 512; v97++) {
        a95[v96 * 512 + v97] = f(a92[v96 * 512 + v97] * a65[v96 * 512 + v97]);
      }
    }
    for (let v99 = 0; v99 < 5; v99++) {
      for (let v100 = 0; v100 < 512; v100++) {
        a98[v99 * 512 + v100] = f(a92[v99 * 512 + v100] * a58[v100]);
      }
    }
    for (let v102 = 0; v102 < 5; v102++) {
      for (let v103 = 0; v103 < 5; v103++) {
        let v104 = 0;
        for (let v105 = 0; v105 < 512; v105++) {
          v104 = f(v104 + f(a95[v102 * 512 + v105] * a95[v103 * 512 + v105]));
        }
        a101[v102 * 5 + v103] = v104;
      }
    }
    for (let v107 = 0; v107 < 5; v107++) {
      for (let v108 = 0; v108 < 5; v108++) {
        let v109 = 0;
        for (let v110 = 0; v110 < 512; v110++) {
          v109 = f(v109 + f(a98[v107 * 512 + v110] * a98[v108 * 512 + v110]));
        }
        a106[v107 * 5 + v108] = v109;
      }
    }
    for (let v112 = 0; v112 < 512; v112++) {
      a111[v112] = (v112 < v1);
    }
    const v113 = f(v1);
    const v114 = f(1024 / v113);
    const v115 = f(Math.sqrt(v114));
    const v116 = f(-0.04838660731911659);
    let v117;
    let v118;
    let v121;
    v117 = 0;
    v118 = 5;
    a119.set(a57);
    a120.set(a58);
    v121 = 0;
    for (;;) {
      const v122 = (v117 < v118);
      if (!(v122)) break;
      for (let v124 = 0; v124 < 512; v124++) {
        a123[v124] = ((a111[v124] === 1) ? a120[v124] : 0);
      }
      for (let v126 = 0; v126 < 5; v126++) {
        for (let v127 = 0; v127 < 512; v127++) {
          a125[v126 * 512 + v127] = f(f(c56[v126 * 2] * a119[v127]) + f(c56[v126 * 2 + 1] * a119[512 + v127]));
        }
      }
      for (let v129 = 0; v129 < 5; v129++) {
        for (let v130 = 0; v130 < 512; v130++) {
          a128[v129 * 512 + v130] = f(a125[v129 * 512 + v130] / 1.4142135381698608);
        }
      }
      for (let v132 = 0; v132 < 5; v132++) {
        for (let v133 = 0; v133 < 512; v133++) {
          a131[v132 * 512 + v133] = f(0.04419417306780815 * f(Math.max(a128[v132 * 512 + v133], 0)));
        }
      }
      let v134 = 0;
      for (let v135 = 0; v135 < 512; v135++) {
        v134 = f(v134 + f(a131[v135] * a123[v135]));
      }
      let v136 = 0;
      for (let v137 = 0; v137 < 512; v137++) {
        v136 = f(v136 + f(a131[512 + v137] * a123[v137]));
      }
      let v138 = 0;
      for (let v139 = 0; v139 < 512; v139++) {
        v138 = f(v138 + f(a131[1024 + v139] * a123[v139]));
      }
      let v140 = 0;
      for (let v141 = 0; v141 < 512; v141++) {
        v140 = f(v140 + f(a131[1536 + v141] * a123[v141]));
      }
      let v142 = 0;
      for (let v143 = 0; v143 < 512; v143++) {
        v142 = f(v142 + f(a131[2048 + v143] * a123[v143]));
      }
      const v144 = f(v115 * f(0.5 * f(2 * f(f(v115 * v134) - 0.6000000238418579))));
      const v145 = f(v115 * f(0.5 * f(2 * f(f(v115 * v136) - -0.800000011920929))));
      const v146 = f(v115 * f(0.5 * f(2 * f(f(v115 * v138) - 1))));
      const v147 = f(v115 * f(0.5 * f(2 * f(f(v115 * v140) - -0.5))));
      const v148 = f(v115 * f(0.5 * f(2 * f(f(v115 * v142) - -0.8999999761581421))));
      a154[0] = v144;
      a154[1] = v145;
      a154[2] = v146;
      a154[3] = v147;
      a154[4] = v148;
      for (let v150 = 0; v150 < 512; v150++) {
        a149[v150] = f(f(f(f(f(v144 * a131[v150]) + f(v145 * a131[512 + v150])) + f(v146 * a131[1024 + v150])) + f(v147 * a131[1536 + v150])) + f(v148 * a131[2048 + v150]));
      }
      for (let v152 = 0; v152 < 5; v152++) {
        for (let v153 = 0; v153 < 512; v153++) {
          a151[v152 * 512 + v153] = f(a154[v152] * a123[v153]);
        }
      }
      for (let v156 = 0; v156 < 5; v156++) {
        for (let v157 = 0; v157 < 512; v157++) {
          a155[v156 * 512 + v157] = f(((a128[v156 * 512 + v157] > 0) ? f(0.04419417306780815 * a151[v156 * 512 + v157]) : 0) / 1.4142135381698608);
        }
      }
      for (let v159 = 0; v159 < 512; v159++) {
        a158[v159 * 2] = f(f(f(f(f(a155[v159] * -1.2247449159622192) + f(a155[512 + v159] * 0.24557560682296753)) + f(a155[1024 + v159] * 1.4142135381698608)) + f(a155[1536 + v159] * 0.4836895167827606)) + f(a155[2048 + v159] * -1.083350419998169));
        a158[v159 * 2 + 1] = f(f(f(f(f(a155[v159] * -0.7071067690849304) + f(a155[512 + v159] * -1.3927284479141235)) + f(a155[1024 + v159] * 0)) + f(a155[1536 + v159] * 1.3289260864257812)) + f(a155[2048 + v159] * 0.9090389609336853));
      }
      const v160 = (v117 + 1 | 0);
      for (let v162 = 0; v162 < 2; v162++) {
        for (let v163 = 0; v163 < 512; v163++) {
          a161[v162 * 512 + v163] = f(a119[v162 * 512 + v163] + f(v116 * a158[v163 * 2 + v162]));
        }
      }
      for (let v165 = 0; v165 < 512; v165++) {
        a164[v165] = f(a120[v165] + f(v116 * ((a111[v165] === 1) ? a149[v165] : 0)));
      }
      const v166 = (v121 + 1 | 0);
      v117 = v160;
      a119.set(a161);
      a120.set(a164);
      v121 = v166;
    }
    const v167 = f(v51 * v71);
    const v168 = f(v51 * v73);
    const v169 = f(v51 * v75);
    const v170 = f(v51 * v77);
    const v171 = f(v51 * v79);
    for (let v173 = 0; v173 < 37; v173++) {
      a172[v173] = f(v51 * a88[v173]);
    }
    for (let v175 = 0; v175 < 5; v175++) {
      for (let v176 = 0; v176 < 5; v176++) {
        a174[v175 * 5 + v176] = f(v52 * f(a101[v175 * 5 + v176] + f(f(a106[v175 * 5 + v176] * a53[v175 * 5 + v176]) / 2)));
      }
    }
    a43[v59 * 5] = v167;
    a43[v59 * 5 + 1] = v168;
    a43[v59 * 5 + 2] = v169;
    a43[v59 * 5 + 3] = v170;
    a43[v59 * 5 + 4] = v171;
    for (let v177 = 0; v177 < 37; v177++) {
      a44[v59 * 37 + v177] = a172[v177];
    }
    for (let v178 = 0; v178 < 5; v178++) {
      for (let v179 = 0; v179 < 5; v179++) {
        a45[(v59 * 5 + v178) * 5 + v179] = a174[v178 * 5 + v179];
      }
    }
    a57.set(a119);
    a58.set(a120);
  }
  return [];
}

function scan186(v180, v181, v182, v183, v184) {
  let v187;
  let v188;
  let v189;
  let v190;
  let v191;
  v187 = 0;
  v188 = 0;
  v189 = 0;
  v190 = 0;
  v191 = 0;
  for (let v192 = 0; v192 < 151; v192++) {
    const v193 = f(f(f(f(f(2 * v187) + f(0.7171380519866943 * v188)) + f(-0.12952019274234772 * v189)) + f(-0.13585855066776276 * v190)) + f(0.7171380519866943 * v191));
    const v194 = f(f(f(f(f(0.7171380519866943 * v187) + f(2 * v188)) + f(0.5064164400100708 * v189)) + f(-0.12952019274234772 * v190)) + f(-0.13585855066776276 * v191));
    const v195 = f(f(f(f(f(-0.12952019274234772 * v187) + f(0.5064164400100708 * v188)) + f(2 * v189)) + f(0.7171380519866943 * v190)) + f(-0.13585855066776276 * v191));
    const v196 = f(f(f(f(f(-0.13585855066776276 * v187) + f(-0.12952019274234772 * v188)) + f(0.7171380519866943 * v189)) + f(2 * v190)) + f(0.7171380519866943 * v191));
    const v197 = f(f(f(f(f(0.7171380519866943 * v187) + f(-0.13585855066776276 * v188)) + f(-0.13585855066776276 * v189)) + f(0.7171380519866943 * v190)) + f(2 * v191));
    const v198 = f(v187 + f(0.04838660731911659 * f(v180 - v193)));
    const v199 = f(v188 + f(0.04838660731911659 * f(v181 - v194)));
    const v200 = f(v189 + f(0.04838660731911659 * f(v182 - v195)));
    const v201 = f(v190 + f(0.04838660731911659 * f(v183 - v196)));
    const v202 = f(v191 + f(0.04838660731911659 * f(v184 - v197)));
    a185[v192 * 5] = v187;
    a185[v192 * 5 + 1] = v188;
    a185[v192 * 5 + 2] = v189;
    a185[v192 * 5 + 3] = v190;
    a185[v192 * 5 + 4] = v191;
    v187 = v198;
    v188 = v199;
    v189 = v200;
    v190 = v201;
    v191 = v202;
  }
  return [v187, v188, v189, v190, v191];
}

function fill204() {
  for (let v205 = 0; v205 < 151; v205++) {
    for (let v206 = 0; v206 < 37; v206++) {
      a203[v205 * 37 + v206] = f(f(f(f(f(a185[v205 * 5] * c207[v206 * 5]) + f(a185[v205 * 5 + 1] * c207[v206 * 5 + 1])) + f(a185[v205 * 5 + 2] * c207[v206 * 5 + 2])) + f(a185[v205 * 5 + 3] * c207[v206 * 5 + 3])) + f(a185[v205 * 5 + 4] * c207[v206 * 5 + 4]));
    }
  }
  return [];
}

function fill209() {
  for (let v210 = 0; v210 < 31; v210++) {
    for (let v211 = 0; v211 < 37; v211++) {
      const v213 = Math.min(Math.max(c212[v210], 0), 150);
      a208[v210 * 37 + v211] = a203[v213 * 37 + v211];
    }
  }
  return [];
}

function fill215() {
  for (let v216 = 0; v216 < 31; v216++) {
    for (let v217 = 0; v217 < 37; v217++) {
      a214[v216 * 37 + v217] = f(a44[v217] + a208[v216 * 37 + v217]);
    }
  }
  return [];
}

function fill219() {
  for (let v220 = 0; v220 < 31; v220++) {
    for (let v221 = 0; v221 < 5; v221++) {
      for (let v222 = 0; v222 < 5; v222++) {
        a218[(v220 * 5 + v221) * 5 + v222] = f(a45[(v220 * 5 + v221) * 5 + v222] - a45[v221 * 5 + v222]);
      }
    }
  }
  return [];
}

function fill224() {
  for (let v225 = 0; v225 < 31; v225++) {
    let v226 = 0;
    for (let v227 = 0; v227 < 5; v227++) {
      for (let v228 = 0; v228 < 5; v228++) {
        v226 = f(v226 + f(a218[(v225 * 5 + v227) * 5 + v228] * a218[(v225 * 5 + v227) * 5 + v228]));
      }
    }
    a223[v225] = v226;
  }
  return [];
}

function sum229() {
  let v230 = 0;
  for (let v231 = 0; v231 < 5; v231++) {
    for (let v232 = 0; v232 < 5; v232++) {
      v230 = f(v230 + f(a45[v231 * 5 + v232] * a45[v231 * 5 + v232]));
    }
  }
  return [v230];
}

function fill234(v230) {
  for (let v235 = 0; v235 < 31; v235++) {
    a233[v235] = f(f(Math.sqrt(a223[v235])) / f(Math.sqrt(v230)));
  }
  return [];
}

function fill237() {
  for (let v238 = 0; v238 < 31; v238++) {
    for (let v239 = 0; v239 < 37; v239++) {
      a236[v238 * 37 + v239] = f(a44[v238 * 37 + v239] - a214[v238 * 37 + v239]);
    }
  }
  return [];
}

function fill241() {
  for (let v242 = 0; v242 < 31; v242++) {
    let v243 = 0;
    for (let v244 = 0; v244 < 37; v244++) {
      v243 = f(v243 + f(a236[v242 * 37 + v244] * a236[v242 * 37 + v244]));
    }
    a240[v242] = v243;
  }
  return [];
}

function fill246() {
  for (let v247 = 0; v247 < 31; v247++) {
    a245[v247] = f(Math.sqrt(f(a240[v247] / 37)));
  }
  return [];
}

function fill249() {
  for (let v250 = 0; v250 < 31; v250++) {
    for (let v251 = 0; v251 < 5; v251++) {
      a248[v250 * 5 + v251] = f(a43[v250 * 5 + v251] - c252[v251]);
    }
  }
  return [];
}

function fill254() {
  for (let v255 = 0; v255 < 31; v255++) {
    a253[v255] = f(f(f(f(f(a248[v255 * 5] * a248[v255 * 5]) + f(a248[v255 * 5 + 1] * a248[v255 * 5 + 1])) + f(a248[v255 * 5 + 2] * a248[v255 * 5 + 2])) + f(a248[v255 * 5 + 3] * a248[v255 * 5 + 3])) + f(a248[v255 * 5 + 4] * a248[v255 * 5 + 4]));
  }
  return [];
}

function fill262() {
  for (let v263 = 0; v263 < 31; v263++) {
    a261[v263 * 2] = c264[v263];
    a261[v263 * 2 + 1] = f(Math.max(a245[v263], 0.0020000000949949026));
  }
  return [];
}

function fill267() {
  for (let v268 = 0; v268 < 31; v268++) {
    a266[v268 * 2] = c264[v268];
    a266[v268 * 2 + 1] = f(Math.max(a233[v268], 0.0020000000949949026));
  }
  return [];
}

function max270() {
  let v271 = -Infinity;
  for (let v272 = 0; v272 < 31; v272++) {
    v271 = f(Math.max(v271, a245[v272]));
  }
  return [v271];
}

function argmax276(v274, v275) {
  let v277 = v274;
  let v278 = 0;
  for (let v279 = 0; v279 < 3; v279++) {
    const v280 = (v279 < 1 ? v274 : (v279 < 2 ? v275 : true));
    if (v280 > v277 || (v280 !== v280 && v277 === v277)) { v277 = v280; v278 = v279; }
  }
  return [v278];
}

function fill285(v259, v260) {
  for (let v286 = 0; v286 < 74; v286++) {
    a284[v286 * 2] = (v286 < 37 ? c287[v286] : c287[(v286 - 37) * -1 + 36]);
    a284[v286 * 2 + 1] = (v286 < 37 ? a44[v259 * 37 + v286] : a214[v260 * 37 + (v286 - 37) * -1 + 36]);
  }
  return [];
}

function fill289() {
  for (let v290 = 0; v290 < 37; v290++) {
    a288[v290 * 2] = c287[v290];
    a288[v290 * 2 + 1] = a44[v290];
  }
  return [];
}

function fill292(v259) {
  for (let v293 = 0; v293 < 37; v293++) {
    a291[v293 * 2] = c287[v293];
    a291[v293 * 2 + 1] = a44[v259 * 37 + v293];
  }
  return [];
}

function fill295(v260) {
  for (let v296 = 0; v296 < 37; v296++) {
    a294[v296 * 2] = c287[v296];
    a294[v296 * 2 + 1] = a214[v260 * 37 + v296];
  }
  return [];
}

function fill298() {
  for (let v299 = 0; v299 < 30; v299++) {
    a297[v299 * 2] = a261[(v299 + 1) * 2];
    a297[v299 * 2 + 1] = a261[(v299 + 1) * 2 + 1];
  }
  return [];
}

function fill301() {
  for (let v302 = 0; v302 < 30; v302++) {
    a300[v302 * 2] = a266[(v302 + 1) * 2];
    a300[v302 * 2 + 1] = a266[(v302 + 1) * 2 + 1];
  }
  return [];
}

export function compute(x0, x1, x2) {
  const v1 = x0;
  const v2 = x1;
  const v3 = x2;
  const v4 = (((shift_right(v2, 32) | 0)) >>> 0);
  const v5 = (((v2 & -1 | 0)) >>> 0);
  const r8 = kept(threefry8, v4, v5);
  const r13 = kept(threefry13, r8);
  const r18 = kept(fill18, r13);
  const r22 = kept(fill22, r18);
  const r27 = kept(threefry27, r8);
  const r31 = kept(fill31, r27);
  const r34 = kept(fill34, r31);
  const r37 = kept(fill37, r22);
  const r41 = kept(fill41, r34);
  const r46 = kept(scan46, v1, r37, r41);
  const v180 = f(0.6000000238418579 - a43[0]);
  const v181 = f(-0.800000011920929 - a43[1]);
  const v182 = f(1 - a43[2]);
  const v183 = f(-0.5 - a43[3]);
  const v184 = f(-0.8999999761581421 - a43[4]);
  const r186 = kept(scan186, v180, v181, v182, v183, v184);
  const [v187, v188, v189, v190, v191] = r186;
  const r204 = kept(fill204, r186);
  const r209 = kept(fill209, r204);
  const r215 = kept(fill215, r46, r209);
  const r219 = kept(fill219, r46);
  const r224 = kept(fill224, r219);
  const r229 = kept(sum229, r46);
  const [v230] = r229;
  const r234 = kept(fill234, v230, r224);
  const r237 = kept(fill237, r46, r215);
  const r241 = kept(fill241, r237);
  const r246 = kept(fill246, r241);
  const r249 = kept(fill249, r46);
  const r254 = kept(fill254, r249);
  const v256 = (v3 / 5 | 0);
  const v257 = ((((Math.sign(v3) | 0) !== 1) && ((v3 % 5 | 0) !== 0)) ? (v256 - 1 | 0) : v256);
  const v258 = ((v257 < 0) ? (v257 + 31 | 0) : v257);
  const v259 = Math.min(Math.max(v258, 0), 30);
  const v260 = Math.min(Math.max(v258, 0), 30);
  const r262 = kept(fill262, r246);
  const v265 = Math.min(Math.max(v258, 0), 30);
  const r267 = kept(fill267, r234);
  const v269 = Math.min(Math.max(v258, 0), 30);
  const r270 = kept(max270, r246);
  const [v271] = r270;
  const v273 = f(Math.sqrt(f(a253[30] / 5)));
  const v274 = (v271 <= 0.05000000074505806);
  const v275 = (v273 > 0.10000000149011612);
  const r276 = kept(argmax276, v274, v275);
  const [v278] = r276;
  const v281 = Math.min(Math.max(v258, 0), 30);
  const v282 = f(100 * a233[30]);
  const v283 = ((a233[30] >= 0.5) && (v273 <= 0.10000000149011612));
  const r285 = kept(fill285, v259, v260, r46, r215);
  const r289 = kept(fill289, r46);
  const r292 = kept(fill292, v259, r46);
  const r295 = kept(fill295, v260, r215);
  const r298 = kept(fill298, r262);
  const r301 = kept(fill301, r267);
  a303[0] = a261[v265 * 2];
  a303[1] = a261[v265 * 2 + 1];
  a304[0] = a266[v269 * 2];
  a304[1] = a266[v269 * 2 + 1];
  a305[0] = v274;
  a305[1] = v283;
  return [a284, a288, a291, a294, a297, a300, a303, a304, v278, a245[v281], a233[30], v271, v273, v282, v3, v1, a305];
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

// Bits moved down, zeros from above; 32 places or more leave nothing.
function shift_right(x, places) {
  return places >>> 0 > 31 ? 0 : x >>> places;
}

// The error function: its series near 0, its continued fraction elsewhere.
function erf(x) {
  const size = Math.abs(x);
  if (size > 6) return Math.sign(x);
  if (size > 2.5) {
    let fraction = 0;
    for (let k = 60; k > 0; k--) fraction = k / 2 / (size + fraction);
    return Math.sign(x) * (1 - Math.exp(-x * x) / ((size + fraction) * Math.sqrt(Math.PI)));
  }
  let term = x, sum = x;
  for (let k = 1; k < 60; k++) {
    term *= (-x * x) / k;
    sum += term / (2 * k + 1);
  }
  return Number.isNaN(x) ? x : (2 / Math.sqrt(Math.PI)) * sum;
}

// Its inverse (Giles, 2010), then one step of Newton.
function erf_inv(x) {
  if (Math.abs(x) >= 1) return Math.abs(x) > 1 ? NaN : x * Infinity;
  let w = -Math.log((1 - x) * (1 + x)), near = w < 5, p = 0;
  w = near ? w - 2.5 : Math.sqrt(w) - 3;
  const terms = near
    ? [2.81022636e-8, 3.43273939e-7, -3.5233877e-6, -4.39150654e-6, 0.00021858087, -0.00125372503, -0.00417768164, 0.246640727, 1.50140941]
    : [-0.000200214257, 0.000100950558, 0.00134934322, -0.00367342844, 0.00573950773, -0.0076224613, 0.00943887047, 1.00167406, 2.83297682];
  for (const term of terms) p = term + p * w;
  const y = p * x;
  return y - (erf(y) - x) / ((2 / Math.sqrt(Math.PI)) * Math.exp(-y * y));
}

// The float32 that has these bits.
function as_float(bits) {
  return new Float32Array(Uint32Array.of(bits).buffer)[0];
}

// Two words of a key and two of a counter, mixed in 20 rounds (Salmon et al., 2011).
function threefry(k0, k1, x0, x1) {
  const keys = [k0, k1, k0 ^ k1 ^ 0x1bd11bda];
  const turns = [[13, 15, 26, 6], [17, 29, 16, 24]];
  x0 = (x0 + k0) | 0;
  x1 = (x1 + k1) | 0;
  for (let round = 0; round < 5; round++) {
    for (const turn of turns[round % 2]) {
      x0 = (x0 + x1) | 0;
      x1 = ((x1 << turn) | (x1 >>> (32 - turn))) ^ x0;
    }
    x0 = (x0 + keys[(round + 1) % 3]) | 0;
    x1 = (x1 + keys[(round + 2) % 3] + round + 1) | 0;
  }
  return [x0 >>> 0, x1 >>> 0];
}
