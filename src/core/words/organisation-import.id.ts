// What the import of a list of organisations says in Indonesian.

/** Words of the import; the other languages match them. */
export const idImports = {
  title: 'Impor daftar organisasi',
  link: 'Impor daftar organisasi dari Excel atau CSV',
  intro:
    'Pilih berkas Excel (.xlsx) atau CSV. Isinya diperiksa dulu dan hasilnya ditunjukkan kepada Anda. Belum ada yang disimpan sebelum Anda menyetujuinya.',
  file: 'Berkas daftar',
  fileHint: 'Paling besar 2 MB dan 2.000 baris. Pemeriksaan bisa memakan waktu beberapa detik.',
  check: 'Periksa daftar',
  again: 'Pilih berkas lain, atau berkas yang sudah diperbaiki',
  templates: 'Berkas kosong untuk diisi',
  templatesText: 'Judul kolomnya sudah ada. Isi satu baris untuk setiap organisasi.',
  xlsx: 'Unduh berkas Excel (XLSX)',
  csv: 'Unduh berkas CSV',
  fileName: 'daftar-organisasi',
  sheet: 'Organisasi',
  columnsTitle: 'Kolom yang dikenali',
  columnsText:
    'Judul kolom boleh berbahasa Indonesia atau Inggris. Urutannya bebas; huruf besar, spasi dan tanda baca tidak berpengaruh. Hanya dua kolom pertama yang wajib.',
  needed: 'wajib',
  columns: {
    name: 'Nama organisasi',
    district: 'Kabupaten atau kota',
    short: 'Singkatan',
    others: 'Nama lain',
    legalForm: 'Bentuk organisasi',
    decreeNo: 'Nomor SK',
    themes: 'Tema kerja',
    role: 'Peran',
    since: 'Peran sejak',
    contact: 'Narahubung',
    position: 'Jabatan',
    email: 'Surel',
    whatsapp: 'Nomor WhatsApp',
    language: 'Bahasa',
  },
  about: {
    name: 'Nama resmi, paling banyak 200 karakter.',
    district: 'Misalnya Kabupaten Malang, Kab. Malang, Kota Malang, atau kode Kemendagri 35.07.',
    short: 'Beberapa singkatan dipisahkan dengan titik koma.',
    others: 'Nama lain yang dipakai orang, dipisahkan dengan titik koma.',
    legalForm: 'Misalnya Yayasan, Perkumpulan, Komunitas.',
    decreeNo: 'Nomor SK badan hukum atau SKT.',
    themes: 'Dipisahkan dengan titik koma atau koma.',
    role: (names: string) => `Salah satu peran di jaringan ini: ${names}.`,
    noRole: 'Jaringan ini belum menentukan peran. Kosongkan.',
    since: 'Hari, bulan, tahun, misalnya 24/11/2026. Kosong berarti hari ini.',
    contact: 'Nama orang yang dapat dihubungi; isi juga surel atau nomor WhatsApp.',
    position: 'Jabatan orang itu.',
    email: 'Misalnya nama@contoh.id.',
    whatsapp: 'Misalnya 0812 3456 7890. Nol di depan yang dihapus Excel tidak apa-apa.',
    language: 'Bahasa untuk surel: Indonesia atau Inggris. Kosong berarti Indonesia.',
  },
  preview: {
    title: 'Hasil pemeriksaan daftar',
    unsaved: 'Belum ada yang disimpan.',
    fresh: (count: string) => `${count} organisasi baru dapat ditambahkan.`,
    standing: (count: string) => `${count} organisasi sudah terdaftar dan dibiarkan seperti adanya.`,
    faulty: (count: string) => `${count} baris perlu diperbaiki dan tidak ikut ditambahkan.`,
    unknown: (headings: string) => `Kolom yang tidak dikenali dan tidak dibaca: ${headings}.`,
    add: (count: string) => `Tambahkan ${count} organisasi`,
    adding: (count: string) =>
      `${count} organisasi di bawah ini ditambahkan begitu Anda menekan tombol. Ini bisa memakan waktu beberapa detik.`,
    without: (count: string) =>
      `${count} baris yang perlu diperbaiki tidak ikut. Perbaiki di berkas Anda, lalu periksa berkas itu lagi: yang sudah ditambahkan tidak menjadi dua.`,
    nothing: 'Tidak ada organisasi baru yang dapat ditambahkan dari berkas ini.',
    faultyTitle: 'Yang perlu diperbaiki',
    freshTitle: 'Yang akan ditambahkan',
    standingTitle: 'Yang sudah terdaftar',
    row: (number: string, name: string) => `Baris ${number}: ${name}`,
    nameless: 'tanpa nama',
  },
  faults: {
    missing: (column: string) => `${column}: isi kolom ini.`,
    broken: (column: string, typed: string) =>
      `${column}: rumus di sel ini gagal (${typed}). Ganti dengan isinya.`,
    long: (column: string, max: string) => `${column}: terlalu panjang. Paling banyak ${max} karakter.`,
    many: (column: string, max: string) => `${column}: terlalu banyak. Paling banyak ${max}.`,
    ambiguous: (column: string, typed: string, likely: string) =>
      `${column}: “${typed}” bisa berarti ${likely}. Tulis lengkap yang mana.`,
    outside: (column: string, name: string) =>
      `${column}: ${name} bukan wilayah Anda. Mintalah koordinatornya menambahkan organisasi ini.`,
    unreached: (column: string) =>
      `${column}: isi juga surel atau nomor WhatsApp orang ini, atau kosongkan nama dan jabatannya.`,
    repeated: (column: string, row: string) =>
      `${column}: organisasi ini sudah ada di baris ${row} berkas ini. Hapus salah satu.`,
    district: (column: string, typed: string) =>
      `${column}: “${typed}” tidak ada di wilayah jaringan ini. Tulis misalnya Kabupaten Malang, atau kodenya 35.07.`,
    role: (column: string, typed: string, names: string) =>
      `${column}: “${typed}” bukan peran di jaringan ini. Tulis salah satu: ${names}.`,
    noRole: (column: string) => `${column}: jaringan ini belum menentukan peran. Kosongkan kolom ini.`,
    since: (column: string, typed: string) =>
      `${column}: “${typed}” tidak terbaca sebagai tanggal. Tulis hari, bulan, tahun, misalnya 24/11/2026.`,
    email: (column: string, typed: string) =>
      `${column}: “${typed}” bukan alamat surel. Tulis lengkap, misalnya nama@contoh.id.`,
    whatsapp: (column: string, typed: string) =>
      `${column}: “${typed}” bukan nomor telepon Indonesia. Tulis satu nomor seperti 0812 3456 7890. Bila Excel menulis 8,12E+10, ubah dulu format selnya menjadi teks.`,
    language: (column: string, typed: string) =>
      `${column}: “${typed}” bukan bahasa yang ada. Tulis Indonesia atau Inggris.`,
  },
  issues: {
    none: 'Berkas daftar: pilih dulu berkasnya.',
    format: 'Berkas daftar: ini bukan Excel (.xlsx) atau CSV. Simpan daftar Anda sebagai salah satunya.',
    old: 'Berkas daftar: ini Excel lama (.xls) atau terkunci kata sandi. Simpan sebagai .xlsx tanpa kata sandi.',
    unreadable: 'Berkas daftar: berkas ini rusak. Buka di Excel, simpan lagi sebagai .xlsx, lalu coba lagi.',
    large:
      'Berkas daftar: terlalu besar. Paling besar 2 MB, tanpa gambar. Bagi daftar menjadi beberapa berkas.',
    rows: 'Berkas daftar: terlalu banyak baris. Paling banyak 2.000. Bagi daftar, dan hapus baris kosong di bawahnya.',
    wide: 'Berkas daftar: ada isi atau format jauh di kanan. Hapus kolom di kanan daftar, atau simpan sebagai CSV.',
    empty: 'Berkas daftar: tidak ada organisasi di dalamnya. Isi satu baris untuk setiap organisasi.',
    carried: 'Berkas daftar: terlalu banyak isi untuk sekali jalan. Bagi daftar menjadi beberapa berkas.',
    columns: (missing: string) =>
      `Berkas daftar: kolom ini tidak ditemukan: ${missing}. Tulis judul kolom di baris pertama lembar pertama.`,
    lost: 'Berkas daftar: hasil pemeriksaan tidak terbaca lagi. Pilih berkasnya sekali lagi.',
  },
  done: {
    added: (count: string) => `${count} organisasi sudah ditambahkan.`,
    standing: (count: string) => `${count} sudah terdaftar lebih dulu dan dibiarkan seperti adanya.`,
    faulty: (count: string) =>
      `${count} tidak dapat ditambahkan lagi, karena wilayah Anda atau peran di jaringan berubah. Periksa berkasnya sekali lagi.`,
  },
}
