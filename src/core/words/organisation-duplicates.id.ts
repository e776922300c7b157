// Organisations that may stand twice in a registry, in Indonesian: finding, comparing, merging and undoing.

/** Organisations that look alike, for coordinators. */
export const idDuplicates = {
  title: 'Organisasi yang mungkin tercatat dua kali',
  about: 'membandingkan organisasi yang mirip, lalu menggabungkannya bila memang sama',
  intro:
    'Nama organisasi-organisasi ini mirip di tempat yang sama, atau nomor SK-nya sama. Bandingkan dulu, lalu putuskan. Tidak ada yang digabungkan dengan sendirinya.',
  none: 'Tidak ada organisasi yang mirip di wilayah Anda. Bila Anda tahu dua organisasi yang sama, buka halaman salah satunya, lalu pilih “Gabungkan dengan organisasi lain”.',
  most: (count: string) =>
    `Inilah ${count} pasangan pertama. Pasangan berikutnya muncul setelah sebagian diputuskan.`,
  pair: (one: string, other: string) => `${one} dan ${other}`,
  compare: (one: string, other: string) => `Bandingkan ${one} dan ${other}`,
  because: {
    sameNames: 'Namanya mirip.',
    name: (one: string, other: string) => `Namanya mirip: “${one}” dan “${other}”.`,
    decree: 'Nomor SK-nya sama.',
  },
  apart: {
    title: 'Sudah dinyatakan berbeda',
    none: 'Belum ada.',
    since: (day: string) => `Dinyatakan sebagai dua organisasi yang berbeda pada ${day}.`,
    open: 'Batalkan: keduanya mungkin sama',
  },
  hint: (name: string) => `Mirip dengan organisasi yang sudah ada: ${name}.`,
  hintText:
    'Periksa dulu apakah keduanya sama. Bila sama, organisasi ini dapat digabungkan sesudah pendaftarannya diterima.',
  toList: 'Ke organisasi yang mungkin tercatat dua kali',
  compared: {
    title: (one: string, other: string) => `${one} dan ${other}: satu organisasi?`,
    table: 'Kedua organisasi berdampingan',
    one: 'Pertama',
    other: 'Kedua',
    registration: 'Masuk lewat pendaftaran',
    yes: 'Ya',
    no: 'Tidak',
    both: 'Keduanya menjawab putaran yang sama:',
    bothText:
      'Bila digabungkan, jawaban yang datang belakangan ditahan. Anda lalu memilih jawaban mana yang dihitung di halaman “Jawaban yang ditahan”.',
    what: 'Yang terjadi bila digabungkan',
    effects: [
      'Nama, peran, hubungan, orang yang dapat dihubungi, dan semua yang dikirim pindah ke organisasi yang dipertahankan.',
      'Nama resmi yang satunya menjadi nama lain.',
      'Data yang belum diketahui dilengkapi. Yang sudah ada di keduanya tidak menjadi dua.',
      'Isi laporan tidak berubah, termasuk nama di dalamnya.',
    ],
    undo: (days: string) => `Penggabungan dapat dibatalkan selama ${days} hari.`,
    decision: 'Keputusan Anda',
    choose: 'Pilih satu',
    keep: (place: string, kept: string, merged: string) =>
      `Sama: pertahankan yang ${place}, ${kept}, dan gabungkan ${merged} ke dalamnya`,
    first: 'pertama',
    second: 'kedua',
    two: 'Berbeda: keduanya dua organisasi',
    button: 'Simpan keputusan',
    issue: 'Keputusan: pilih satu.',
    changed:
      'Salah satu organisasi ini sudah digabungkan atau tidak ada lagi sejak Anda membuka halaman ini. Periksa daftarnya.',
  },
  find: {
    link: 'Gabungkan dengan organisasi lain',
    title: (name: string) => `Gabungkan ${name} dengan organisasi lain`,
    text: 'Cari organisasi yang sama tetapi tercatat dua kali. Anda membandingkan keduanya dulu sebelum memutuskan.',
    search: 'Nama organisasi lain, atau sebagian dari nama',
    button: 'Cari',
    none: 'Tidak ada organisasi lain dengan nama itu di wilayah Anda.',
  },
  merges: {
    title: 'Penggabungan terbaru',
    text: (days: string) =>
      `Penggabungan selama ${days} hari terakhir. Setiap penggabungan masih dapat dibatalkan.`,
    none: 'Tidak ada penggabungan selama 30 hari terakhir.',
    one: (merged: string, kept: string) => `${merged} digabungkan ke ${kept}`,
    done: (moment: string, by: string) => `Digabungkan ${moment} oleh ${by}.`,
    somebody: 'seseorang yang sudah tidak tercatat',
    until: (moment: string) => `Dapat dibatalkan sampai ${moment}.`,
    link: (merged: string) => `Batalkan penggabungan ${merged}`,
    toList: 'Ke penggabungan terbaru',
  },
  undo: {
    title: (merged: string) => `Batalkan penggabungan ${merged}?`,
    effects: [
      'Kedua organisasi berdiri sendiri lagi, seperti sebelum digabungkan.',
      'Yang diubah atau dihapus sesudah penggabungan tetap begitu.',
      'Yang ditambahkan atau dikirim sesudah penggabungan tetap pada organisasi yang dipertahankan.',
      'Jawaban yang ditahan karena penggabungan dihitung lagi.',
    ],
    button: 'Ya, batalkan penggabungan',
    stopped: {
      late: (days: string) =>
        `Penggabungan ini sudah lewat ${days} hari, jadi tidak dapat dibatalkan lagi. Anda dapat menambahkan organisasinya lagi lewat “Tambah organisasi”.`,
      later:
        'Sesudah penggabungan ini ada penggabungan lain dengan organisasi yang sama. Batalkan yang lebih baru dulu.',
      changed: 'Salah satu jawabannya baru saja diperbaiki. Coba sekali lagi.',
      undone: 'Penggabungan ini sudah dibatalkan.',
    },
  },
  done: {
    merged: 'Organisasi sudah digabungkan. Bila keliru, penggabungan dapat dibatalkan di bawah.',
    undone: 'Penggabungan sudah dibatalkan. Kedua organisasi berdiri sendiri lagi.',
    two: 'Keduanya sudah dinyatakan sebagai dua organisasi yang berbeda.',
    open: 'Pernyataan itu sudah dibatalkan.',
  },
}
