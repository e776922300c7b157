// What people read in Indonesian where a form stands in a frame of another site.

export const idEmbed = {
  full: 'Buka di halaman penuh',
  leaving: 'Tautan bertanda ↗ membuka halaman baru.',
  noScript: 'Bila tombol kirim tidak bereaksi di sini, buka formulir di halaman penuh.',
  refused: {
    title: 'Formulir ini tidak dapat ditampilkan di sini',
    text: 'Pemilik formulir ini tidak mengizinkan formulirnya ditampilkan di dalam situs ini. Formulirnya tetap dapat diisi di halamannya sendiri.',
    open: 'Buka formulir',
  },
  sent: {
    receipt: 'Buka tanda terima',
    receiptHint:
      'Di sana ada salinan jawaban, cara memperbaikinya, dan laporan bila formulir ini memberi laporan. Simpan alamatnya, dan berikan hanya kepada yang memerlukan:',
    another: 'Isi untuk organisasi lain',
  },
  demo: {
    title: 'Formulir di situs lain',
    intro:
      'Halaman ini berperan sebagai situs lain dan hanya ada di salinan lokal. Di bawah, formulir yang sama ditampilkan dengan setiap cara yang ada.',
    none: 'Tidak ada formulir terbuka yang boleh ditampilkan di situs mana pun.',
    link: 'Tautan',
    bare: 'Bingkai saja',
    bareText: 'Tanpa skrip di situs ini. Tingginya tetap, dan isinya digulir di dalam bingkai.',
    script: 'Bingkai dengan skrip',
    scriptText: 'Tingginya mengikuti isi formulir.',
    named: 'Tautan yang diganti skrip',
    namedText: 'Skrip memasang bingkai di atas tautan ini. Tanpa skrip, tautannya tetap ada.',
    oembed: 'oEmbed di WordPress',
    oembedText:
      'WordPress menaruh formulir di kotak pasir tanpa asal: tanpa penyimpanan, tanpa jendela baru, tanpa kirim biasa.',
    wayOut: 'Buka formulir di halaman baru',
  },
  conflictAgain:
    'Isian Anda yang terakhir masih ada di bawah dan belum terkirim. Untuk memperbaiki jawaban tadi, buka tanda terimanya. Untuk organisasi lain, tekan Kirim.',
  lost: {
    sending: 'Sedang dikirim …',
    waiting:
      'Tidak tersambung. Isian Anda belum terkirim, tetapi masih ada di halaman ini. Kami mencoba lagi terus; biarkan halaman ini terbuka.',
    busy: 'Layanan sedang sibuk. Isian Anda belum terkirim, tetapi masih ada di halaman ini. Kami mencoba lagi sebentar lagi; biarkan halaman ini terbuka.',
    again: 'Coba lagi sekarang',
    copy: 'Isian Anda sebagai teks',
    copyHint:
      'Salin teks ini bila Anda hendak menutup halaman, karena isian tidak disimpan di perangkat ini.',
    full: 'Anda juga dapat mengisi di halaman penuh. Isian di sini tidak ikut terbawa.',
    open: 'Halaman baru tidak dapat dibuka dari sini. Salin alamat ini:',
  },
}
