// What people read of half-filled answers, in Indonesian.

/** Drafts: saving, going on from another phone, and what may come between. */
export const idDrafts = {
  save: 'Simpan dulu',
  title: 'Isian Anda tersimpan, tetapi belum terkirim',
  /** The page behind the link of a draft. */
  unnamed: 'Nama organisasi belum diisi',
  savedAt: (moment: string) => `Terakhir disimpan ${moment}.`,
  justSaved: (moment: string) => `Sudah tersimpan ${moment}.`,
  go: 'Lanjut mengisi',
  closes: (moment: string) => `Formulir dapat dikirim sampai ${moment}.`,
  link: {
    title: 'Lanjutkan nanti, juga dari HP lain',
    label: 'Tautan untuk melanjutkan',
    hint: 'Simpan tautan ini. Anda tidak perlu akun atau kata sandi.',
    until: (day: string) => `Tautan dan isian ini disimpan sampai ${day}, lalu dihapus.`,
    holder: 'Siapa pun yang punya tautan ini dapat membaca, mengubah, dan mengirim isian ini.',
  },
  whatsapp: 'Kirim tautan lewat WhatsApp',
  whatsappText: (round: string, day: string) => `Lanjutkan mengisi “${round}”, paling lambat ${day}:`,
  mail: {
    label: 'Kirim tautan ke surel',
    hint: 'Misalnya ke surel Anda sendiri.',
    button: 'Kirim tautan',
    sent: 'Tautan sedang dikirim ke surel itu. Bila tidak ada di kotak masuk, periksa folder spam. Bila jatah surel hari ini sudah habis, surel itu baru tiba besok; simpan juga tautan di bawah.',
    tooMany:
      'Tautan ini sudah terlalu sering dikirim, atau surel sebelumnya masih dalam perjalanan. Salin tautan di bawah, atau kirim lewat WhatsApp.',
  },
  delete: {
    open: 'Hapus isian ini',
    title: 'Hapus isian ini?',
    text: 'Semua yang sudah diisi akan hilang dan tidak dapat dikembalikan. Tautannya tidak berlaku lagi, di HP mana pun.',
    button: 'Ya, hapus',
    keep: 'Jangan hapus',
    doneTitle: 'Isian sudah dihapus',
    done: 'Tidak ada yang tersimpan lagi dari isian itu.',
    anew: 'Mulai isian baru',
  },
  gone: {
    title: 'Isian ini sudah tidak ada',
    text: 'Isian ini sudah dihapus oleh pemegang tautannya, atau batas waktunya sudah lewat.',
  },
  closed: {
    title: 'Formulir ini sudah ditutup, dan isian ini belum terkirim',
    text: 'Jawaban baru tidak diterima lagi. Yang sudah diisi masih dapat dibaca di bawah.',
  },
  sent: {
    title: 'Isian ini sudah dikirim',
    text: (reference: string) => `Jawaban sudah kami terima, dengan kode ${reference}.`,
    receipt: 'Buka tanda terima',
  },
  newer: {
    title: (time: string) => `Ada isian yang lebih baru, disimpan ${time}`,
    text: 'Isian ini juga dibuka di HP atau halaman lain, dan di sana disimpan setelah Anda membukanya. Yang Anda isi di sini masih ada di bawah dan belum disimpan. Pilih salah satu:',
    load: 'Muat isian yang lebih baru',
    keep: 'Pakai isian di halaman ini',
  },
  withdrawn: {
    title: 'Isian ini sudah dihapus dari HP atau halaman lain',
    text: 'Yang Anda isi masih ada di bawah, tetapi belum tersimpan dan belum terkirim. Anda dapat menyimpannya lagi sebagai isian baru, atau langsung mengirimnya.',
  },
  busy: {
    title: 'Belum disimpan: terlalu cepat berturut-turut',
    text: 'Yang Anda isi masih ada di bawah. Tunggu beberapa detik, lalu tekan “Simpan dulu” lagi.',
  },
  /** Too much came from the same internet connection; `here`: what the script says beside the form. */
  full: {
    title: 'Belum disimpan: terlalu banyak isian dari jaringan internet Anda',
    text: 'Yang Anda isi masih ada di bawah. Anda dapat langsung mengirimnya. Untuk menyimpannya dulu, coba lagi nanti atau pakai jaringan lain, misalnya data seluler.',
    here: 'Isian ini belum tersimpan di server, karena terlalu banyak isian datang dari jaringan internet Anda. Isian tetap ada di halaman ini dan dapat dikirim.',
  },
  /** A text is much longer than may be sent. */
  tooLong: {
    title: 'Belum disimpan: ada isian yang terlalu panjang',
    text: 'Semua yang Anda isi masih ada di bawah. Persingkat isian itu, lalu simpan lagi.',
    here: 'Isian ini belum tersimpan di server, tetapi tetap ada di halaman ini.',
  },
  renewed: {
    title: 'Formulir ini berubah sejak Anda mulai mengisi',
    kept: 'Jawaban Anda tetap diterima dengan pertanyaan yang lama; tidak ada yang hilang.',
    added: 'Pertanyaan baru:',
    changed: 'Pertanyaan yang diubah:',
    removed: 'Tidak ditanyakan lagi:',
    use: 'Lanjut dengan formulir yang baru',
    using: 'Ini formulir yang baru. Periksa pertanyaan berikut.',
    unasked: 'Jawaban Anda untuk pertanyaan yang tidak ditanyakan lagi tidak ikut dikirim:',
  },
  /** What the script says beside the form. */
  kept: {
    saved: (moment: string) => `Tersimpan ${moment}.`,
    link: 'Lanjutkan dari HP lain',
    offline: 'Tidak ada sinyal. Isian aman di HP ini.',
    page: 'Tidak ada sinyal. Jangan tutup halaman ini: isian belum tersimpan.',
    waiting:
      'Belum terkirim: tidak ada sinyal. Dikirim sendiri begitu sinyal kembali; biarkan halaman ini terbuka.',
    /** The network is there, and the server fails. */
    down: 'Server kami sedang tidak menjawab. Biarkan halaman ini terbuka; isian disimpan sendiri sebentar lagi.',
    later:
      'Belum terkirim: server kami sedang tidak menjawab. Dikirim lagi sendiri sebentar lagi; biarkan halaman ini terbuka.',
    newer: (moment: string) => `Ada isian yang lebih baru (${moment}). Yang di sini belum disimpan.`,
    differ: (names: string) => `Yang berbeda: ${names}.`,
    choose: 'Pilih salah satu; isian yang tidak dipilih akan hilang.',
    sent: 'Isian ini sudah dikirim dari HP atau halaman lain. Perubahan di sini tidak disimpan.',
    closed: 'Formulir ini sudah ditutup. Perubahan di sini tidak disimpan.',
    see: 'Lihat isian itu',
    calledOff: 'Pengiriman dibatalkan karena ada isian yang diubah. Bila sudah selesai, tekan “Kirim” lagi.',
    deleted: (title: string) => `Sudah dihapus dari HP ini: ${title}.`,
    deleteThere: 'Hapus juga yang tersimpan untuk dilanjutkan dari HP lain',
    sure: (title: string) => `Ya, hapus: ${title}`,
    stay: 'Jangan hapus',
    ended: 'Isian ini sudah dikirim atau dihapus. Perubahan di sini tidak disimpan.',
    found: 'Ada isian yang belum terkirim di HP ini',
    go: (title: string) => `Lanjutkan: ${title}`,
    waits: 'Menunggu dikirim. ',
    sendNow: (title: string) => `Kirim sekarang: ${title}`,
    failed: (title: string) => `Belum diterima, lanjutkan dan periksa lagi: ${title}. `,
    done: (title: string) => `Sudah terkirim: ${title}`,
    delete: (title: string) => `Hapus dari HP ini: ${title}`,
    anew: 'Mulai isian baru',
    toFile: 'Simpan ke berkas',
    fromFile: 'Muat dari berkas',
    noFile: 'Berkas itu tidak dapat dibaca.',
    unnamed: 'Tanpa nama',
  },
  /** What coordinators see of drafts. */
  list: {
    title: 'Sudah mulai diisi, belum terkirim',
    about:
      'Tautan untuk melanjutkan membuka semua yang sudah diisi, jadi tidak ditampilkan di sini. Kirimkan tautannya ke surel yang ditulis di isian. Bila tidak bisa, tampilkan tautannya lalu serahkan kepada orang yang mengisinya; siapa yang menampilkannya dicatat.',
    none: 'Tidak ada isian yang belum terkirim.',
    more: (shown: string, all: string) =>
      `Yang ditampilkan: ${shown} dari ${all}, yang terakhir disimpan lebih dahulu.`,
    saved: (moment: string) => `Terakhir disimpan ${moment}.`,
    answered: 'Organisasi ini sudah mengirim jawaban.',
    mail: (address: string, organisation: string) => `Kirim tautan ke ${address}: ${organisation}`,
    show: (organisation: string) => `Tampilkan tautan untuk diserahkan: ${organisation}`,
    revealed: (name: string, moment: string) => `Tautannya diperlihatkan kepada ${name}, ${moment}.`,
    somebody: 'seseorang yang sudah tidak tercatat',
    done: {
      mailed: 'Tautan sedang dikirim ke surel yang ditulis di isian itu.',
      waits:
        'Tautan tidak dikirim: surel sebelumnya masih dalam perjalanan, sudah terlalu sering dikirim, atau isian itu sudah tidak ada.',
    },
    /** The page that shows one link. */
    one: {
      title: (organisation: string) => `Serahkan tautan: ${organisation}`,
      kept: 'Tautan ini diperlihatkan kepada Anda, dan itu dicatat. Koordinator lain di jaringan ini dapat melihatnya.',
      unopened:
        'Serahkan tautan ini tanpa membukanya. Siapa pun yang membukanya dapat membaca semua yang sudah diisi organisasi ini, mengubahnya, dan mengirimnya atas nama organisasi.',
      whatsapp: 'Lewat WhatsApp',
      number: (number: string) => `Nomor yang ditulis di isian: ${number}.`,
      noNumber: 'Tidak ada nomor di isian ini. Pilih sendiri orangnya di WhatsApp.',
      open: 'Buka WhatsApp dengan pesan ini',
      otherwise: 'Dengan cara lain',
      label: 'Tautan untuk disalin',
      hint: 'Tempelkan hanya dalam pesan kepada orang yang mengisinya.',
      back: 'Kembali ke daftar',
    },
    back: 'Ke halaman putaran',
  },
  mails: {
    resume: {
      subject: (round: string) => `Lanjutkan mengisi: ${round}`,
      heading: 'Tautan untuk melanjutkan isian Anda',
      text: 'Buka tautan ini di HP atau komputer mana pun untuk melanjutkan. Isian Anda belum terkirim.',
    },
    closing: {
      subject: (round: string) => `Segera ditutup dan belum terkirim: ${round}`,
      heading: 'Isian Anda belum terkirim',
      text: (moment: string) =>
        `Formulir ini ditutup ${moment}. Buka tautan di bawah, lengkapi isian Anda, lalu kirim.`,
    },
    open: 'Lanjut mengisi',
    until: (day: string) => `Tautan ini berlaku sampai ${day}. Bagikan hanya kepada orang yang ikut mengisi.`,
  },
}
