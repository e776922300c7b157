// Words of the page that shares a round, and of its poster.

export const idShareRound = {
  title: (title: string) => `Bagikan ${title}`,
  early: (moment: string) => `Formulir baru dapat diisi mulai ${moment}.`,
  closed: 'Putaran ini sudah ditutup: yang membuka tautannya membaca bahwa formulir tidak menerima jawaban.',
  language: {
    title: 'Bahasa yang dibagikan',
    now: {
      id: 'Semua di halaman ini untuk formulir dalam bahasa Indonesia.',
      en: 'Semua di halaman ini untuk formulir dalam bahasa Inggris.',
    },
    other: { id: 'Bagikan dalam bahasa Indonesia', en: 'Bagikan dalam bahasa Inggris' },
  },
  link: { title: 'Tautan', label: 'Alamat formulir', open: 'Buka formulir' },
  qr: {
    title: 'Kode QR',
    alt: (address: string) => `Kode QR ke ${address}`,
    text: 'Diarahkan ke kamera ponsel, kode ini membuka formulir. Simpan, lalu pasang di surat, salindia, atau cetakan.',
    svg: 'Simpan gambar SVG (untuk percetakan)',
    png: 'Simpan gambar PNG (untuk Word dan WhatsApp)',
    poster: 'Poster untuk dicetak',
  },
  whatsapp: {
    title: 'Kirim lewat WhatsApp',
    label: 'Teks untuk WhatsApp',
    hint: 'Ubah sesuka Anda. WhatsApp lalu menanyakan kepada siapa teks ini dikirim.',
    button: 'Kirim lewat WhatsApp',
    text: (network: string, title: string, address: string) =>
      `Halo! ${network} mengajak organisasi Anda mengisi “${title}”.\n\n${address}`,
    textUntil: (network: string, title: string, closes: string, address: string) =>
      `Halo! ${network} mengajak organisasi Anda mengisi “${title}”, paling lambat ${closes}.\n\n${address}`,
    tail: 'Dapat diisi dengan ponsel, tanpa akun.',
  },
  embed: {
    title: 'Pasang di halaman lain',
    label: 'Kode untuk halaman web',
    hint: 'Salin kode ini ke halaman situs Anda. Tautan di bawahnya bagian dari kode: jalan keluar bagi yang tidak dapat melihat bingkai. Baris terakhir membuat tinggi bingkai mengikuti formulir. Bila situs Anda menolak baris itu, formulir tetap dapat diisi.',
    wayOut: 'Buka formulir di halaman baru',
    preview: 'Pratinjau',
    frame: (title: string) => `Formulir: ${title}`,
    nobody: 'Formulir ini tidak boleh dipasang di halaman lain.',
    listed: (sites: string) => `Hanya situs ini yang boleh memasangnya: ${sites}.`,
    change: 'Ganti siapa yang boleh memasangnya',
  },
  poster: {
    title: (title: string) => `Poster untuk ${title}`,
    print: 'Cetak halaman ini dengan Ctrl+P (di Mac: ⌘P). Hanya posternya yang tercetak, di satu lembar A4.',
    back: 'Kembali ke halaman berbagi',
    how: 'Arahkan kamera ponsel ke kode ini, atau tulis alamat di bawahnya di peramban.',
    opens: (moment: string) => `Dibuka ${moment}`,
    closes: (moment: string) => `Paling lambat ${moment}`,
    closed: (moment: string) => `Sudah ditutup ${moment}`,
    contact: (address: string) => `Pertanyaan: ${address}`,
  },
}
