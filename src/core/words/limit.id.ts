// What is said in Indonesian where somebody sends too much or too fast, and of answers that a person looks at first.

export const idLimits = {
  /** Too much came from one address; what was typed is kept. */
  busy: {
    title: 'Tunggu sebentar, lalu coba lagi',
    text: 'Terlalu banyak permintaan datang bersamaan dari jaringan internet Anda. Jawaban Anda belum terkirim, tetapi masih ada di halaman ini.',
    again: (seconds: string) => `Tunggu ${seconds} detik, lalu coba lagi.`,
    button: 'Coba lagi',
  },
  /** The same, where nothing was typed. */
  page: {
    title: 'Tunggu sebentar',
    text: (seconds: string) =>
      `Terlalu banyak permintaan datang bersamaan dari jaringan internet Anda. Tunggu ${seconds} detik, lalu muat ulang halaman ini.`,
    /** Where something was sent along that was not even read. */
    posted: (seconds: string) =>
      `Terlalu banyak permintaan datang bersamaan dari jaringan internet Anda. Belum ada yang terkirim. Tunggu ${seconds} detik, kembali ke halaman sebelumnya, lalu coba lagi: yang Anda isi masih ada di sana.`,
  },
  /** Beside a field that only programs see, for whoever meets it without style. */
  trap: 'Biarkan kosong',
  receipt: {
    held: 'Koordinator jaringan melihat dulu jawaban ini, karena kiriman seperti ini kadang datang dari mesin. Anda tidak perlu mengirim lagi. Jawaban Anda tersimpan, dan dihitung begitu koordinator menyetujuinya.',
    mail: (address: string) =>
      `Tanda terima dikirim ke ${address} setelah itu. Simpan alamat halaman ini, karena sampai saat itu tanda terima hanya dapat dibuka dari sini.`,
    aside:
      'Koordinator jaringan sudah melihat jawaban ini dan tidak memakainya. Jawaban ini tetap tersimpan, tetapi tidak dihitung dan tidak dapat diperbaiki lagi. Bila menurut Anda itu keliru, hubungi jaringan dan sebutkan kode Anda.',
  },
  /** For coordinators: why an answer is held, and what can be decided where no other one counts in its place. */
  held: {
    why: {
      second: 'Organisasi ini sudah pernah menjawab formulir yang sama.',
      trap: 'Sebuah isian yang tidak terlihat oleh orang telah diisi. Biasanya itu dilakukan mesin.',
      haste: 'Formulir dikirim kurang dari dua detik setelah dibuka. Orang biasanya perlu waktu lebih lama.',
    },
    mails: 'Belum ada surel yang dikirim untuk jawaban ini. Surelnya dikirim setelah jawaban ini dihitung.',
    read: (reference: string) => `Baca dan putuskan ${reference}`,
    title: (organisation: string) => `Apakah jawaban ${organisation} dihitung?`,
    answers: 'Isi jawaban',
    which: 'Apakah jawaban ini dihitung?',
    choices: {
      held: { name: 'Dihitung.', about: 'Jawaban ini dihitung mulai sekarang, dan surelnya dikirim.' },
      counting: { name: 'Tidak dihitung.', about: 'Jawaban ini tetap disimpan, tetapi tidak dipakai.' },
    },
    done: 'Jawaban yang ditahan tetap disimpan, tetapi tidak dipakai.',
    short: 'Ditahan: menunggu keputusan koordinator',
  },
}
