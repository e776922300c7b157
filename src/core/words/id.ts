// Everything people read in Indonesian, apart from forms and networks, whose words are data.

import { idDrafts } from './draft.id.ts'
import { idEmbed } from './embed.id.ts'
import { idLimits } from './limit.id.ts'
import { idMessages } from './message.id.ts'
import { idDuplicates } from './organisation-duplicates.id.ts'
import { idImports } from './organisation-import.id.ts'
import { idPractice, idRounds } from './round.id.ts'
import { idBoard } from './round-board.id.ts'
import { idShareRound } from './round-share.id.ts'
import { idSeals } from './seal.id.ts'

/** How this language writes dates, numbers and times. */
const writing = {
  /** BCP 47 with the territory whose habits count. */
  tag: 'id-ID',
  decimal: ',',
  time: (hour: string, minute: string) => `${hour}.${minute}`,
}

const problems = {
  /** Where a question has no better message of its own; `name` is the question's short name. */
  missing: {
    text: (name: string) => `${name}: isi ini.`,
    textOr: (name: string, other: string) => `${name}: isi ini, atau isi “${other}”.`,
    choice: (name: string) => `${name}: pilih salah satu.`,
    choices: (name: string) => `${name}: pilih sedikitnya satu.`,
    level: (name: string, lowest: string, highest: string) =>
      `${name}: pilih satu level, dari ${lowest} sampai ${highest}.`,
  },
  tooLong: (name: string, max: string, over: string) =>
    `${name}: paling banyak ${max} karakter. Kurangi ${over} karakter.`,
  notEmail: (name: string) => `${name}: tulis alamat surel yang lengkap, misalnya nama@contoh.id.`,
  notPhone: (name: string) => `${name}: tulis nomor telepon Indonesia, misalnya 0812 3456 7890.`,
  notWhole: (name: string) => `${name}: tulis dengan angka saja, tanpa pecahan, misalnya 12.`,
  outside: (name: string, min: string, max: string) => `${name}: tulis bilangan dari ${min} sampai ${max}.`,
  notDate: (name: string) =>
    `${name}: tulis tanggal yang ada di kalender, dengan urutan hari, bulan, tahun, misalnya 31/12/2026.`,
  future: (name: string) => `${name}: tulis tanggal hari ini atau sebelumnya.`,
  notOffered: (name: string) => `${name}: pilih jawaban yang tersedia di daftar.`,
}

const page = {
  /** This language, named in itself: what the way to it says. */
  language: 'Bahasa Indonesia',
  skip: 'Langsung ke isi',
  errorTitle: (title: string) => `Perlu diperbaiki: ${title}`,
  optional: '(opsional)',
  required: 'Isi semua pertanyaan. Yang bertanda “opsional” boleh dikosongkan.',
  onlyIf: (name: string, choices: string) => `Hanya bila jawaban untuk “${name}” adalah: ${choices}.`,
  onlyIfAnswered: (name: string) => `Hanya bila “${name}” diisi.`,
  onlyIfEmpty: (name: string) => `Hanya bila “${name}” dikosongkan.`,
  neededIf: (name: string, choices: string) => `Wajib diisi bila jawaban untuk “${name}” adalah: ${choices}.`,
  neededIfAnswered: (name: string) => `Wajib diisi bila “${name}” diisi.`,
  neededIfEmpty: (name: string) => `Wajib diisi bila “${name}” dikosongkan.`,
  or: {
    two: (first: string, last: string) => `${first} atau ${last}`,
    many: (first: string, last: string) => `${first}, atau ${last}`,
  },
  choose: 'Pilih…',
  level: (level: string) => `Level ${level}`,
  evidence: 'Bukti untuk level yang dipilih',
  evidenceExamples: (examples: string, level: string) =>
    `Misalnya: ${examples}. Sebaiknya sebutkan bukti bila Anda memilih level ${level} ke atas.`,
  privacy: 'Data Anda',
  privacyLink: 'Bagaimana data Anda dipakai',
  period: (from: string, to: string) => `Yang dinilai: keadaan dari ${from} sampai ${to}.`,
  aboutInstrument: 'Tentang penilaian ini',
  send: 'Kirim',
  footer: 'Halaman ini tidak memakai kuki dan tidak melacak Anda.',
  summary: (count: string) => `Ada ${count} isian yang perlu diperbaiki`,
  summaryHint: (button: string) =>
    `Jawaban Anda belum terkirim, tetapi semua yang Anda isi masih ada di bawah. Perbaiki yang berikut, lalu tekan “${button}”.`,
  opens: (moment: string) => `Dapat diisi mulai ${moment}.`,
  closes: (moment: string) => `Dapat diisi sampai ${moment}.`,
  home: {
    networks: 'Jaringan di Simpul',
    rounds: 'Formulir yang sedang dibuka',
    none: 'Saat ini tidak ada formulir yang dibuka.',
    contact: (address: string) => `Hubungi jaringan: ${address}`,
    staff: 'Masuk sebagai pengurus jaringan',
  },
  early: {
    title: 'Formulir ini belum dibuka',
    text: (moment: string) => `Formulir ini dapat diisi mulai ${moment}. Silakan kembali setelah itu.`,
  },
  closed: {
    title: 'Formulir ini sudah ditutup',
    text: (moment: string) => `Formulir ini ditutup pada ${moment}.`,
    contact: (address: string) =>
      `Bila Anda masih ingin mengirim jawaban, kirim surel ke jaringan: ${address}`,
    kept: 'Jawaban yang baru Anda kirim tidak dapat kami terima, tetapi masih ada di bawah ini. Salinlah bila masih Anda perlukan.',
  },
  conflict: {
    title: 'Formulir ini sudah pernah dikirim',
    text: (reference: string) =>
      `Jawaban lain sudah terkirim dari halaman ini atau dari HP lain, dengan kode ${reference}. Jawaban itu aman dan tidak berubah.`,
    receipt: 'Lihat tanda terima jawaban itu',
    again:
      'Isian Anda yang terakhir masih ada di bawah dan belum terkirim. Di akhir halaman, pilih: kirim sebagai perbaikan jawaban tadi, atau kirim untuk organisasi lain.',
    asCorrection: 'Kirim sebagai perbaikan',
    asAnother: 'Kirim untuk organisasi lain',
  },
  check: {
    button: 'Periksa dulu',
    title: 'Periksa jawaban Anda',
    intro:
      'Jawaban Anda belum terkirim. Baca sekali lagi. Bila sudah benar, tekan tombol kirim di akhir halaman.',
    empty: 'tidak diisi',
    agreed: (what: string) => `disetujui: ${what}`,
    notAgreed: 'tidak disetujui',
    change: 'Ubah',
    back: 'Kembali ke pemeriksaan',
  },
  correction: {
    title: 'Perbaiki jawaban',
    text: (reference: string) =>
      `Anda memperbaiki jawaban dengan kode ${reference}. Jawaban sebelumnya tetap tersimpan.`,
    report: 'Setelah perbaikan dikirim, laporan dibuat ulang.',
    summaryHint: (button: string) =>
      `Perbaikan Anda belum terkirim, tetapi semua yang Anda isi masih ada di bawah. Perbaiki yang berikut, lalu tekan “${button}”.`,
    checkIntro:
      'Perbaikan Anda belum terkirim. Baca sekali lagi. Bila sudah benar, tekan tombol kirim di akhir halaman.',
    send: 'Kirim perbaikan',
    back: 'Kembali ke tanda terima',
  },
  receipt: {
    title: 'Terima kasih, jawaban Anda sudah kami terima',
    correctedTitle: 'Perbaikan Anda sudah kami terima',
    heldTitle: 'Jawaban sudah kami terima, tetapi belum dihitung',
    asideTitle: 'Jawaban ini disimpan, tetapi tidak dipakai',
    aside:
      'Ada jawaban lain untuk organisasi ini, dan koordinator jaringan memilih jawaban yang lain itu. Jawaban di halaman ini tetap tersimpan, tetapi tidak dihitung dan tidak dapat diperbaiki lagi. Bila menurut Anda pilihan itu keliru, hubungi jaringan dan sebutkan kode Anda.',
    reference: 'Kode Anda',
    referenceHint: 'Catat kode ini. Sebutkan kode ini bila Anda menghubungi jaringan tentang jawaban ini.',
    sent: (moment: string) => `Diterima ${moment}.`,
    late: 'Jawaban ini tiba setelah formulir ditutup. Kami tetap menerimanya karena pengisiannya dimulai sebelum itu.',
    next: 'Selanjutnya',
    held: 'Jawaban untuk organisasi ini sudah pernah kami terima. Untuk sementara, jawaban pertama yang dihitung. Jawaban Anda tetap tersimpan. Bila jawaban Anda yang seharusnya dipakai, hubungi jaringan dan sebutkan kode Anda. Koordinator jaringan memutuskan jawaban mana yang dipakai.',
    mail: {
      waiting: (address: string) => `Tanda terima sedang dikirim ke ${address}.`,
      handed: (address: string) =>
        `Tanda terima sudah dikirim ke ${address}. Bila tidak ada di kotak masuk, periksa folder spam.`,
      failed: (address: string) =>
        `Tanda terima tidak dapat dikirim ke ${address}. Simpan alamat halaman ini agar tanda terima dapat dibuka lagi. Bila alamat surel itu salah, hubungi jaringan dan sebutkan kode Anda.`,
      delayed: (address: string, moment: string) =>
        `Jatah surel hari ini sudah habis. Tanda terima akan dikirim ke ${address} mulai ${moment}. Simpan alamat halaman ini.`,
      none: 'Anda tidak menulis alamat surel. Simpan alamat halaman ini, karena tanda terima hanya dapat dibuka lagi dari sini.',
    },
    report: {
      title: 'Laporan Anda',
      stuck: 'Laporan belum berhasil dibuat. Hubungi jaringan dan sebutkan kode Anda.',
      computing: 'Laporan sedang dibuat. Biasanya selesai dalam beberapa menit.',
      ready: 'Buka laporan organisasi Anda',
      waiting: (address: string) => `Laporan juga sedang dikirim ke ${address}.`,
      delayed: (address: string, moment: string) =>
        `Jatah surel hari ini sudah habis. Laporan akan dikirim ke ${address} mulai ${moment}. Anda sudah dapat membukanya lewat tautan di atas.`,
      noMail: 'Simpan alamat halaman ini, karena laporan Anda selalu dapat dibuka dari sini.',
      handed: (address: string) => `Laporan juga sudah dikirim ke ${address}.`,
      failed: (address: string) => `Laporan tidak dapat dikirim ke ${address}. Bukalah lewat tautan di atas.`,
    },
    again: 'Muat ulang halaman ini',
    corrected: (moment: string) => `Diperbaiki ${moment}. Jawaban sebelumnya tetap tersimpan.`,
    moved:
      'Alamat surel sudah diganti, jadi alamat halaman ini juga berubah. Simpan alamat yang baru ini. Tautan dalam surel ke alamat yang lama tidak berlaku lagi.',
    unshown: 'diisi, tetapi tidak ditampilkan di halaman ini',
    further: 'Yang dapat Anda lakukan',
    answers: 'Salinan jawaban Anda',
    correct: 'Perbaiki jawaban',
    correctUntil: (moment: string) => `Jawaban dapat diperbaiki sampai ${moment}.`,
    another: 'Isi untuk organisasi lain',
    share: 'Bagikan laporan lewat WhatsApp',
    sharedText: (title: string, organisation: string) => `${title}: ${organisation}`,
    address: {
      mend: 'Alamat surel salah?',
      add: 'Tambahkan alamat surel',
      label: 'Alamat surel yang benar',
      addLabel: 'Alamat surel Anda',
      hint: 'Tanda terima dan surel berikutnya dikirim ke alamat ini.',
      withdraws: 'Setelah diganti, tautan dalam surel ke alamat yang lama tidak berlaku lagi.',
      button: 'Pakai alamat ini',
      keep: 'Bila yang Anda tulis sudah benar, tekan “Pakai alamat ini”.',
    },
    keep: 'Siapa pun yang punya alamat halaman ini dapat membukanya. Bagikan hanya kepada orang yang perlu.',
  },
  replaced:
    'Jawaban organisasi ini sudah diperbaiki, dan laporan ini sudah diganti dengan laporan yang lebih baru. Laporan yang baru dapat dibuka dari tanda terima.',
  errors: {
    notFound: {
      title: 'Halaman tidak ditemukan',
      text: 'Periksa lagi alamatnya. Bila Anda menyalinnya dari pesan, pastikan alamat itu tersalin seluruhnya.',
    },
    gone: {
      title: 'Tautan ini sudah tidak berlaku',
      text: 'Tautan ini sudah diganti dengan yang baru. Pakailah tautan dari surel terakhir, atau hubungi jaringan Anda.',
    },
    tooLarge: {
      title: 'Isian terlalu panjang',
      text: 'Isian Anda lebih dari 256 kB, jadi tidak dapat kami terima. Tekan tombol kembali di HP atau komputer Anda, singkatkan jawaban yang panjang, lalu kirim lagi.',
    },
    unreadable: {
      title: 'Isian tidak dapat dibaca',
      text: 'Yang kami terima bukan isian formulir yang utuh. Tekan tombol kembali di HP atau komputer Anda, lalu kirim lagi.',
    },
    method: {
      title: 'Alamat ini tidak dapat dibuka dengan cara itu',
      text: 'Buka formulir lewat tautan yang dibagikan jaringan Anda.',
    },
    server: {
      title: 'Ada gangguan di pihak kami',
      text: 'Bila Anda sedang mengirim jawaban, jawaban itu belum tersimpan. Tunggu beberapa menit, tekan tombol kembali di HP atau komputer Anda, lalu kirim lagi. Jawaban yang sama tidak akan tersimpan dua kali.',
    },
    unavailable: {
      title: 'Server kami sedang tidak menjawab',
      text: 'Gangguan seperti ini biasanya hanya sebentar. Tunggu sebentar, lalu muat ulang halaman ini. Bila Anda sedang mengirim jawaban, jawaban itu belum tersimpan.',
    },
  },
  /** Something of ours has failed, and what was typed stands in the page. */
  fault: {
    typed: 'Isian Anda belum tersimpan, tetapi tidak ada yang hilang: semuanya masih ada di halaman ini.',
    again: (seconds: string) =>
      `Tunggu ${seconds} detik, lalu tekan tombol di bawah ini. Isian yang sama tidak akan tersimpan dua kali.`,
    button: 'Kirim lagi',
    file: 'Berkas yang Anda pilih belum kami terima. Tunggu sebentar, tekan tombol kembali di HP atau komputer Anda, lalu kirim lagi.',
    code: (code: string) =>
      `Bila gangguan ini tidak hilang, hubungi jaringan Anda dan sebutkan kode ${code}.`,
  },
  toHome: 'Ke halaman depan',
  /** Asked before sending, where an address looks mistyped. */
  mistyped: {
    title: 'Periksa lagi alamat surel Anda',
    question: (typed: string, meant: string) => `Anda menulis ${typed}. Apakah maksud Anda ${meant}?`,
    use: (address: string) => `Pakai ${address}`,
    keep: 'Bila alamat itu sudah benar, kirim saja.',
  },
}

/** A form in sections: what stands around them, and what the script tells. */
const sections = {
  contents: 'Daftar bagian',
  previous: (title: string) => `Sebelumnya: ${title}`,
  next: (title: string) => `Berikutnya: ${title}`,
  /** The last section: what is read before sending, and the button; or only the former, where nothing can be sent. */
  sending: 'Sebelum mengirim',
  closing: 'Keterangan',
  at: (number: string, all: string, title: string) => `Bagian ${number} dari ${all}: ${title}.`,
  answered: (done: string, needed: string) => `${done} dari ${needed} pertanyaan wajib sudah dijawab.`,
  left: (title: string, count: string) => `${title}: ${count} belum diisi`,
  complete: (title: string) => `${title}: lengkap`,
  /** A section in which an answer was not taken. */
  again: (title: string) => `${title}: periksa lagi`,
  appeared: (names: string) => `Pertanyaan baru: ${names}.`,
}

const report = {
  title: (instrument: string) => `Laporan ${instrument}`,
  sentence: {
    index: (index: string, max: string, band: string) => `Indeks ${index} dari ${max}: tahap ${band}.`,
    bare: (index: string, max: string) => `Indeks ${index} dari ${max}.`,
    strongAndNext: (strong: string, next: string) => `Kuat di ${strong}; utamakan ${next}.`,
    equal: (level: string, next: string) => `Semua subdomain di level ${level}; mulai dari ${next}.`,
    next: (next: string) => `Utamakan ${next}.`,
    top: (level: string) => `Semua subdomain di level ${level}; pertahankan, lalu dampingi organisasi lain.`,
    incomplete: (missing: string, all: string) =>
      `Indeks belum dapat dihitung: ${missing} dari ${all} level belum dipilih.`,
  },
  list: {
    two: (first: string, last: string) => `${first} dan ${last}`,
    many: (first: string, last: string) => `${first}, dan ${last}`,
    more: (count: string) => `${count} lainnya`,
  },
  facts: {
    organisation: 'Organisasi',
    district: 'Kabupaten atau kota',
    network: 'Jaringan',
    round: 'Putaran',
    period: 'Masa yang dinilai',
    sent: 'Dikirim',
    reference: 'Kode',
    basis: 'Dasar penilaian',
  },
  correction: (moment: string) =>
    `Jawaban diperbaiki ${moment}. Laporan ini menggantikan laporan sebelumnya.`,
  basis: 'Penilaian organisasi sendiri, belum diverifikasi',
  periodFromTo: (from: string, to: string) => `${from} sampai ${to}`,
  moment: (date: string, time: string, zone: string) => `${date} pukul ${time} ${zone}`,
  headings: {
    index: 'Indeks dan tahap',
    scores: 'Nilai tiap domain dan subdomain',
    levels: 'Arti level yang dipilih dan buktinya',
    strengths: 'Kekuatan',
    priorities: 'Usulan prioritas',
    evidence: 'Bukti',
    computation: 'Cara menghitung',
    attribution: 'Tentang penilaian ini',
  },
  table: { name: 'Domain dan subdomain', value: 'Nilai' },
  index: 'Indeks',
  band: 'Tahap',
  noIndex: 'Belum dapat dihitung',
  outOf: (value: string, max: string) => `${value} dari ${max}`,
  level: (level: string, max: string) => `level ${level} dari ${max}`,
  noLevel: 'belum dijawab',
  strengths: {
    intro: (level: string) => `Yang tertinggi sejauh ini, di level ${level}:`,
    equal: (level: string) =>
      `Semua subdomain berada di level ${level}. Tidak ada yang lebih tinggi dari yang lain.`,
    none: 'Belum ada yang menonjol: semua subdomain masuk usulan prioritas.',
  },
  priorities: {
    intro: 'Mulailah dari sini. Bahas bersama, lalu pilih yang paling mungkin Anda kerjakan.',
    item: (name: string, level: string) => `${name} (level ${level})`,
    tied: (level: string, names: string) => `Juga di level ${level}, tetapi belum masuk usulan: ${names}.`,
    keepAndMentor:
      'Semua subdomain sudah di level tertinggi. Pertahankan, dan dampingi organisasi lain dalam jaringan.',
    none: 'Belum ada level yang dipilih.',
  },
  evidence: {
    label: 'Bukti',
    given: 'disebutkan',
    missing: 'belum disebutkan',
    summary: (given: string, needed: string, from: string) =>
      `Bukti sudah disebutkan untuk ${given} dari ${needed} jawaban di level ${from} ke atas.`,
    noneNeeded: (lowest: string) => `Semua jawaban berada di level ${lowest}, yang tidak memerlukan bukti.`,
    missingIntro:
      'Siapkan bukti untuk yang berikut ini, atau tinjau lagi levelnya pada penilaian berikutnya:',
  },
  computation: {
    basis: 'Dasarnya adalah level yang dipilih organisasi sendiri. Level itu belum diverifikasi.',
    incomplete:
      'Pertanyaan yang belum dijawab tidak dihitung nol. Subdomain dan domainnya belum diberi nilai, begitu juga indeks.',
    excluded: 'Pertanyaan yang tidak dijawab tidak dihitung nol, tetapi tidak ikut dirata-rata.',
    subdomains: 'Nilai subdomain adalah rata-rata level jawabannya:',
    domains: 'Nilai domain adalah rata-rata nilai subdomainnya:',
    indexOfDomains: 'Indeks adalah rata-rata nilai domain:',
    indexOfItems: 'Indeks adalah rata-rata level semua jawaban:',
    result: (name: string, sum: string, count: string, value: string) =>
      `${name}: (${sum}) dibagi ${count} = ${value}`,
    noResult: (name: string) => `${name}: belum dapat dihitung`,
    band: (band: string, range: string) => `Tahap ${band} mencakup indeks ${range}.`,
    range: (from: string, below: string) => `dari ${from} sampai kurang dari ${below}`,
    lastRange: (from: string, max: string) => `dari ${from} sampai ${max}`,
    rounding: 'Angka dibulatkan hanya untuk ditampilkan. Tahap ditentukan dari angka yang belum dibulatkan.',
    order:
      'Urutan prioritas: level terendah lebih dahulu. Bila levelnya sama, subdomain yang paling penting pada tahap ini lebih dahulu. Selebihnya menurut urutan dalam formulir.',
    version: (instrument: string, version: string) => `Dihitung dengan ${instrument}, versi ${version}.`,
  },
}

const mail = {
  yourOrganisation: 'Organisasi Anda',
  report: {
    subject: (organisation: string, instrument: string) => `${organisation}: laporan ${instrument}`,
    open: 'Buka laporan lengkap',
    openHint:
      'Halaman itu juga memuat catatan bukti Anda. Siapa pun yang punya tautannya dapat membukanya. Bagikan hanya kepada orang yang perlu.',
  },
  receipt: {
    subject: (organisation: string, reference: string) =>
      `${organisation}: jawaban diterima, kode ${reference}`,
    heading: 'Jawaban Anda sudah kami terima',
    form: 'Formulir',
    spelled: 'Ejaan kode',
    next: 'Selanjutnya',
    corrected: 'Diperbaiki',
    reportFollows:
      'Nilai dihitung secara otomatis. Laporan untuk organisasi Anda biasanya menyusul ke alamat surel ini dalam beberapa menit.',
    keep: 'Simpan kode di atas. Sebutkan kode itu bila Anda menghubungi jaringan tentang jawaban ini.',
    held: {
      heading: 'Jawaban ini disimpan dan menunggu keputusan',
      first:
        'Jawaban untuk organisasi ini sudah pernah kami terima. Untuk sementara, jawaban pertama yang dihitung.',
      kept: 'Jawaban Anda tetap tersimpan. Koordinator jaringan memutuskan jawaban mana yang dipakai. Bila jawaban Anda yang seharusnya dipakai, balas surel ini.',
    },
    setAside: {
      heading: 'Jawaban ini disimpan, tetapi tidak dipakai',
      first: 'Ada jawaban lain untuk organisasi ini, dan koordinator jaringan memilih jawaban yang lain itu.',
      kept: 'Jawaban Anda tetap tersimpan, tetapi tidak dihitung. Bila menurut Anda pilihan itu keliru, balas surel ini.',
    },
    open: 'Lihat tanda terima',
  },
  footer: {
    why: (network: string, form: string) =>
      `Surel ini dikirim oleh ${network} lewat Simpul, karena alamat surel ini ditulis pada formulir ${form}.`,
    notYou:
      'Bila bukan Anda yang menulisnya, abaikan surel ini, atau balas surel ini untuk memberi tahu kami.',
    reply: (network: string) => `Balasan surel ini sampai ke ${network}.`,
  },
}

/** The blank form to print. */
const paper = {
  link: 'Cetak formulir kosong',
  title: (title: string) => `Lembar kerja: ${title}`,
  howTo:
    'Untuk mencetak: buka menu peramban (aplikasi yang Anda pakai untuk membuka halaman ini), lalu pilih “Cetak”. Di HP, “Cetak” sering ada di dalam menu “Bagikan”. Pakai kertas A4.',
  back: 'Kembali ke formulir',
  sheet: (address: string) => `Ini lembar kerja. Kirim jawabannya lewat ${address}.`,
  sheetUntil: (address: string, moment: string) =>
    `Ini lembar kerja. Kirim jawabannya lewat ${address} sebelum ${moment}.`,
  reference: 'Kode yang Anda terima setelah jawaban dikirim (tulis nanti)',
  part: (form: string, part: string, all: string) => `${form}: bagian ${part} dari ${all}`,
  one: 'Centang satu.',
  several: 'Boleh lebih dari satu.',
  date: 'Hari, bulan, tahun.',
}

/** What a shared link says. */
const share = { picture: (network: string) => `Gambar untuk ${network}` }

/** The accessibility statement; what it says of tests is what tests/journeys does. */
const accessibility = {
  link: 'Aksesibilitas',
  title: 'Pernyataan aksesibilitas',
  intro:
    'Setiap orang seharusnya dapat mengisi formulir di sini dan membaca laporannya, termasuk penyandang disabilitas dan orang yang memakai HP sederhana. Halaman ini menjelaskan sejauh mana hal itu sudah tercapai. Isinya berlaku untuk semua halaman di alamat ini dan untuk surel yang dikirim dari sini.',
  aim: {
    title: 'Yang kami tuju',
    text: 'Kami menuju WCAG 2.2 tingkat AA. WCAG adalah pedoman internasional agar halaman web dapat dipakai oleh penyandang disabilitas. Menurut penilaian kami sendiri, pedoman itu baru terpenuhi sebagian: ada kekurangan yang kami ketahui, dan ada yang belum diuji. Keduanya disebut di bawah.',
  },
  tested: {
    title: 'Yang sudah diuji',
    text: 'Setiap kali Simpul diubah, halaman-halamannya diuji oleh program, di peramban (aplikasi untuk membuka halaman web) Chromium:',
    items: [
      'semua aturan program axe-core untuk WCAG 2.2 tingkat A dan AA serta anjurannya, tanpa pengecualian, di HP, di layar lebar, dan pada semua tampilan yang disebut di bawah ini; dan susunan halaman dengan program html-validate;',
      'mengisi, memperbaiki, dan mengirim formulir hanya dengan papan ketik (keyboard); dan di setiap halaman, fokus selalu tampak dan tidak tertutup;',
      'layar selebar 320 piksel, pembesaran 400 persen, huruf dua kali lebih besar, dan jarak huruf serta baris yang lebih lebar;',
      'tampilan terang, gelap, dan dengan warna pilihan pengguna (kontras tinggi);',
      'pilihan, kesalahan, dan bagian yang sedang dibuka, yang tidak hanya dibedakan oleh warna;',
      'tidak ada yang bergerak di halaman;',
      'ukuran semua yang disentuh, sedikitnya 44 kali 44 piksel, kecuali tautan di dalam kalimat;',
      'apa yang diserahkan Chromium kepada pembaca layar: pertanyaan berlevel, pemeriksaan jawaban, dan daftar kesalahan;',
      'memakai formulir tanpa JavaScript dan tanpa kuki, dan memakainya bagian demi bagian dengan JavaScript.',
    ],
  },
  untested: {
    title: 'Yang belum diuji',
    text: 'Program tidak dapat menggantikan orang. Yang belum dilakukan:',
    items: [
      'pengujian bersama penyandang disabilitas;',
      'pengujian dengan pembaca layar, misalnya TalkBack, NVDA, atau VoiceOver, di HP dan komputer sungguhan;',
      'pengujian dengan kontras tinggi di komputer Windows sungguhan: yang diuji adalah tiruannya di Chromium;',
      'pengujian dengan peramban selain Chromium, dengan perintah suara, atau dengan alat bantu lain;',
      'pemeriksaan oleh pihak luar.',
    ],
  },
  faults: {
    title: 'Kekurangan yang kami ketahui',
    text: 'Yang berikut belum baik:',
    items: [
      'Petunjuk dan pesan kesalahan pada pertanyaan pilihan melekat pada seluruh kelompok pilihannya. Ada pembaca layar yang tidak membacakannya dengan sendirinya. Teksnya berada tepat di atas pilihan pertama.',
      'Cara memilih tanggal ditentukan oleh peramban, sehingga berbeda dari satu HP ke HP lain. Sebagian sulit dipakai dengan pembaca layar.',
      'Laporan yang dikirim lewat surel dapat terlihat berbeda di tiap aplikasi surel. Laporan yang sama dapat dibuka sebagai halaman lewat tautan di dalam surel itu.',
      'Belum ada video bahasa isyarat dan belum ada versi bacaan mudah.',
    ],
  },
  help: {
    title: 'Bila Anda menemui hambatan',
    text: 'Tulislah kepada jaringan yang memberi Anda formulir. Sebutkan formulirnya, apa yang tidak dapat Anda lakukan, serta HP, komputer, atau alat bantu yang Anda pakai. Anda juga boleh meminta bantuan untuk mengisi formulir, atau meminta isinya dalam bentuk lain.',
  },
  secret:
    'Jangan sertakan alamat halaman tanda terima atau laporan Anda. Siapa pun yang punya alamat itu dapat membukanya. Cukup sebutkan kodenya.',
  network: (name: string, address: string) => `${name}: ${address}`,
  answer:
    'Berapa lama jawabannya datang tidak dijanjikan di sini, kecuali bila jaringan Anda sendiri menyebutkannya.',
  date: {
    title: 'Tanggal',
    text: (date: string) =>
      `Pernyataan ini disusun pada ${date} oleh penyusun Simpul, dari pengujian sendiri.`,
  },
}

/** Second answers of one organisation, for coordinators. */
const held = {
  title: 'Jawaban yang ditahan',
  about: 'memutuskan jawaban yang ditahan, misalnya bila satu organisasi menjawab dua kali',
  intro:
    'Setiap jawaban di sini ditahan karena alasan yang tertulis di bawahnya. Semuanya tersimpan, tetapi belum dihitung sampai Anda memutuskan.',
  none: 'Tidak ada jawaban yang menunggu.',
  more: (shown: string, total: string) =>
    `${shown} dari ${total} jawaban ditampilkan di sini, yang paling lama menunggu lebih dulu. Yang lain muncul setelah ini diputuskan.`,
  reference: 'Kode',
  since: (moment: string) => `Ditahan sejak ${moment}`,
  compare: (reference: string) => `Bandingkan dan putuskan ${reference}`,
  decideTitle: (organisation: string) => `Jawaban mana yang dipakai untuk ${organisation}?`,
  heldTitle: 'Jawaban yang ditahan',
  countingTitle: 'Jawaban yang dihitung sekarang',
  noOther: 'Tidak ada jawaban lain yang dihitung untuk organisasi ini.',
  came: (moment: string) => `Diterima ${moment}.`,
  corrected: (moment: string) => `Diperbaiki ${moment}.`,
  sideBySide: 'Kedua jawaban berdampingan',
  heldAnswer: (reference: string) => `Ditahan (${reference})`,
  countingAnswer: (reference: string) => `Dihitung (${reference})`,
  same: 'Sama',
  different: 'Berbeda',
  differences: (different: string, all: string) => `${different} dari ${all} jawaban berbeda.`,
  decision: 'Keputusan Anda',
  which: 'Jawaban mana yang dipakai?',
  choices: {
    held: {
      name: 'Jawaban yang ditahan.',
      about:
        'Jawaban itu dihitung mulai sekarang. Jawaban yang tadinya dihitung tetap disimpan, tetapi tidak dipakai.',
    },
    counting: {
      name: 'Jawaban yang dihitung sekarang.',
      about: 'Jawaban itu tetap dihitung. Jawaban yang ditahan tetap disimpan, tetapi tidak dipakai.',
    },
    both: {
      name: 'Keduanya.',
      about: 'Ini dua organisasi yang berbeda, walaupun namanya sama. Masing-masing dihitung sendiri.',
    },
  },
  save: 'Simpan keputusan',
  back: 'Kembali ke daftar',
  done: {
    held: 'Jawaban yang ditahan sekarang dihitung.',
    counting: 'Jawaban yang ditahan tidak dipakai. Jawaban yang sudah dihitung tetap dihitung.',
    both: 'Keduanya sekarang dihitung, sebagai dua organisasi.',
    decided: 'Tentang jawaban itu sudah ada keputusan. Anda tidak mengubah apa pun.',
  },
  problems: {
    choice: 'Pilih satu.',
    changed: 'Jawabannya berubah sejak Anda membuka halaman ini. Bandingkan lagi, lalu pilih.',
  },
}

/** Registrations and organisations, as coordinators see them, and the mails that tell of a decision. */
const registry = {
  noName: 'Tanpa nama',
  page: (page: string, pages: string) => `Halaman ${page} dari ${pages}`,
  pages: 'Halaman daftar',
  previous: 'Halaman sebelumnya',
  next: 'Halaman berikutnya',
  locale: 'Bahasa surel',
  registrations: {
    title: 'Pendaftaran',
    about: 'membaca pendaftaran, lalu menerima atau menolaknya',
    waiting: (count: string) =>
      `${count} pendaftaran menunggu keputusan. Yang paling lama menunggu ada di atas.`,
    noneWaiting: 'Tidak ada pendaftaran yang menunggu keputusan.',
    none: 'Belum ada pendaftaran di wilayah Anda. Pendaftaran muncul di sini setelah putaran dengan formulir pendaftaran dibuka dan diisi.',
    since: (moment: string) => `Menunggu sejak ${moment}`,
    second: 'Organisasi ini sudah pernah mendaftar di putaran yang sama.',
    confirmedOn: (day: string) => `Diterima pada ${day}`,
    declinedOn: (day: string) => `Ditolak pada ${day}`,
    one: (name: string) => `Pendaftaran ${name}`,
    sent: 'Dikirim',
    corrected: 'Diperbaiki',
    reference: 'Kode',
    round: 'Putaran',
    district: 'Kabupaten atau kota',
    toList: 'Ke daftar pendaftaran',
    answers: 'Isi pendaftaran',
    confirm: {
      title: 'Terima',
      text: 'Organisasi masuk ke daftar organisasi, lengkap dengan orang yang dapat dihubungi. Jawaban lain yang dikirim atas nama yang sama ikut menjadi miliknya.',
      organisation: 'Organisasi mana?',
      organisationHint: 'Nama ini sudah ada di kabupaten atau kota yang sama.',
      joins: (name: string) => `Sama dengan ${name} yang sudah ada`,
      another: 'Organisasi lain yang kebetulan bernama sama',
      role: 'Peran dalam jaringan',
      noRole: 'Belum ditentukan',
      roleAsked: (role: string) => `Yang diminta dalam pendaftaran: ${role}.`,
      button: 'Terima pendaftaran',
    },
    decline: {
      title: 'Tolak',
      reason: 'Alasan',
      hint: 'Alasan ini dikirim kepada orang yang mendaftar. Jangan menulis alamat web, alamat surel, atau nomor telepon.',
      button: 'Tolak pendaftaran',
    },
    decision: {
      title: 'Keputusan',
      confirmed: (moment: string, by: string) => `Diterima ${moment} oleh ${by}.`,
      declined: (moment: string, by: string) => `Ditolak ${moment} oleh ${by}.`,
      somebody: 'seseorang yang sudah tidak tercatat',
      organisation: (name: string) => `Buka halaman ${name}`,
      reason: 'Alasan',
    },
    mail: {
      handed: (address: string) => `Surel tentang keputusan ini sudah dikirim ke ${address}.`,
      waiting: (address: string) => `Surel tentang keputusan ini sedang dikirim ke ${address}.`,
      failed: (address: string) => `Surel tentang keputusan ini tidak dapat dikirim ke ${address}.`,
      none: 'Pendaftaran ini tidak memuat alamat surel, jadi keputusan ini tidak dikirim lewat surel.',
      share: 'Kabari lewat WhatsApp',
    },
    done: {
      confirmed: 'Pendaftaran sudah diterima.',
      declined: 'Pendaftaran sudah ditolak.',
    },
    stopped: {
      other: 'Pendaftaran ini sudah lebih dulu diputuskan dengan cara lain. Inilah keputusannya.',
      changed:
        'Sementara Anda membaca, jawabannya diperbaiki, atau daftar organisasi berubah. Periksa lagi, lalu putuskan.',
    },
    issues: {
      organisation: 'Organisasi: pilih salah satu.',
      role: 'Peran: pilih satu dari daftar.',
      reason: 'Alasan: isi bagian ini, paling banyak 1.000 karakter.',
      links:
        'Alasan: hapus alamat web, alamat surel, dan nomor panjang. Beri spasi sesudah titik di akhir kalimat.',
    },
  },
  organisations: {
    title: 'Organisasi',
    about: 'mencari organisasi, melihat datanya dan apa yang sudah dikirimnya',
    name: 'Nama, atau sebagian dari nama',
    any: 'Semua',
    find: 'Cari',
    count: (count: string) => `${count} organisasi`,
    none: 'Tidak ada organisasi yang cocok.',
    noneYet: 'Belum ada organisasi.',
    noneNext: 'Tambahkan satu, impor daftarnya, atau terima sebuah pendaftaran.',
    add: 'Tambah organisasi',
    toList: 'Ke daftar organisasi',
    toOne: (name: string) => `Ke halaman ${name}`,
    status: 'Keadaan',
    statuses: { active: 'Aktif', inactive: 'Tidak aktif' },
    unconfirmed: 'Belum diterima sebagai bagian dari jaringan',
    facts: {
      title: 'Data organisasi',
      district: 'Kabupaten atau kota',
      legalForm: 'Bentuk organisasi',
      decreeNo: 'Nomor SK badan hukum atau SKT',
      themes: 'Tema kerja',
      unknown: 'Belum diketahui',
      change: 'Ubah data',
    },
    names: {
      title: 'Nama',
      kinds: { official: 'Nama resmi', short: 'Singkatan', alias: 'Nama lain', former: 'Nama lama' },
      change: 'Tambah atau hapus nama',
      name: 'Nama',
      kind: 'Jenis nama',
      add: 'Tambah nama',
      remove: (name: string) => `Hapus nama ${name}`,
      official: 'Nama resmi diganti di “Ubah data”. Nama yang diganti tetap tersimpan sebagai nama lama.',
    },
    roles: {
      title: 'Peran',
      none: 'Belum ada peran.',
      change: 'Tambah atau akhiri peran',
      role: 'Peran',
      district: 'Untuk kabupaten atau kota',
      from: 'Sejak',
      to: 'Sampai',
      toHint: 'Kosongkan bila belum berakhir.',
      dayHint: 'Hari, bulan, tahun. Misalnya 24/11/2026.',
      add: 'Tambah peran',
      end: (role: string) => `Akhiri peran ${role} hari ini`,
      unset: 'Jaringan ini belum menentukan peran apa saja yang ada.',
      since: (day: string) => `sejak ${day}`,
      between: (from: string, to: string) => `${from} sampai ${to}`,
    },
    relations: {
      title: 'Hubungan',
      none: 'Belum ada hubungan dengan organisasi lain.',
      change: 'Tambah atau akhiri hubungan',
      lead: 'Berpasangan dengan mitra utama',
      forum: 'Berpasangan dengan simpul belajar',
      member: 'Anggotanya',
      memberOf: 'Anggota dari simpul belajar',
      search: 'Cari organisasi lain',
      find: 'Cari',
      found: 'Organisasi yang ditemukan',
      nothing: 'Tidak ada organisasi lain dengan nama itu di wilayah Anda.',
      kind: 'Apa hubungannya?',
      kinds: {
        lead: 'Organisasi itu mitra utama, pasangan simpul belajar ini',
        forum: 'Organisasi itu simpul belajar, pasangan mitra utama ini',
        member: 'Organisasi itu anggota simpul belajar ini',
        memberOf: 'Organisasi itu simpul belajar, dan yang ini anggotanya',
      },
      from: 'Sejak',
      add: 'Tambah hubungan',
      end: (name: string) => `Akhiri hubungan dengan ${name} hari ini`,
    },
    contacts: {
      title: 'Orang yang dapat dihubungi',
      none: 'Belum ada orang yang dapat dihubungi.',
      add: 'Tambah orang',
      change: (name: string) => `Ubah ${name}`,
      remove: (name: string) => `Hapus ${name} dari daftar`,
      removeText: 'Namanya, jabatannya, dan alamatnya dihapus dari daftar ini.',
      name: 'Nama',
      position: 'Jabatan atau tugas',
      email: 'Alamat surel',
      whatsapp: 'Nomor WhatsApp',
      reach: 'Isi sedikitnya alamat surel atau nomor WhatsApp.',
      bounced: 'Surel ke alamat ini tidak sampai.',
      optedOut: 'Tidak mau lagi menerima undangan.',
      save: 'Simpan',
    },
    sent: {
      title: 'Yang sudah dikirim',
      none: 'Belum ada yang dikirim.',
      reference: 'Kode',
      held: 'Jawaban kedua: menunggu keputusan',
      reported: (day: string) => `Laporan sudah diserahkan pada ${day}`,
      unreported: 'Laporan belum diserahkan',
      registration: 'Buka pendaftaran ini',
      decide: 'Putuskan jawaban yang ditahan',
      mails: 'Surel kepada organisasi ini',
    },
    form: {
      name: 'Nama resmi',
      themesHint: 'Satu tema per baris.',
      add: 'Tambah organisasi',
      save: 'Simpan',
      sure: 'Ini organisasi lain yang kebetulan bernama sama',
      there: 'Sudah ada organisasi dengan nama ini di kabupaten atau kota yang sama:',
    },
    done: {
      added: 'Organisasi sudah ditambahkan.',
      changed: 'Perubahan sudah disimpan.',
      removed: 'Sudah dihapus.',
      ended: 'Sudah diakhiri.',
    },
    issues: {
      name: 'Nama: isi bagian ini, paling banyak 200 karakter.',
      there: 'Nama: sudah ada di kabupaten atau kota yang sama. Centang bila memang organisasi lain.',
      district: 'Kabupaten atau kota: pilih satu dari wilayah Anda.',
      legal_form: 'Bentuk organisasi: paling banyak 200 karakter.',
      decree_no: 'Nomor SK: paling banyak 100 karakter.',
      themes: 'Tema kerja: paling banyak 20 tema, masing-masing 200 karakter.',
      status: 'Keadaan: pilih satu.',
      kind: 'Jenis: pilih satu.',
      role: 'Peran: pilih satu dari daftar.',
      from: 'Sejak: tulis tanggal, misalnya 24/11/2026.',
      to: 'Sampai: tulis tanggal yang tidak lebih awal dari “Sejak”, atau kosongkan.',
      other: 'Organisasi lain: pilih satu dari yang ditemukan.',
      contact_name: 'Nama: paling banyak 200 karakter.',
      position: 'Jabatan: paling banyak 200 karakter.',
      email: 'Alamat surel: tulis alamat surel yang lengkap, misalnya nama@contoh.id.',
      whatsapp: 'Nomor WhatsApp: tulis nomor seperti 0812 3456 7890.',
      reach: 'Alamat surel: isi alamat surel atau nomor WhatsApp.',
      locale: 'Bahasa: pilih satu.',
    },
  },
  mail: {
    confirmed: {
      subject: (organisation: string, network: string) => `${organisation}: bagian dari ${network}`,
      heading: 'Pendaftaran diterima',
      text: (organisation: string, network: string) =>
        `Pendaftaran ${organisation} sudah diterima. ${organisation} sekarang menjadi bagian dari ${network}.`,
      open: 'Yang dapat diisi sekarang',
      none: 'Saat ini tidak ada formulir yang perlu diisi.',
    },
    declined: {
      subject: (organisation: string) => `${organisation}: pendaftaran belum dapat diterima`,
      heading: 'Pendaftaran belum dapat diterima',
      text: (organisation: string, network: string) =>
        `Pendaftaran ${organisation} sudah dibaca oleh koordinator ${network}, dan belum dapat diterima.`,
      reason: 'Alasannya',
      again: 'Bila ada yang keliru, balas surel ini.',
    },
  },
}

/** The pages and mails of those who look after a network. */
// What a network says about data on its own page.
const privacy = {
  title: 'Pelindungan data',
  contact: (contact: string) => `Pertanyaan tentang data: ${contact}`,
}

// What administrators set of a network.
const settings = {
  title: 'Pengaturan jaringan',
  about: 'nama, logo, surel, hari tanpa surel, tahun program, peran organisasi, pelindungan data',
  intro: (network: string) => `Pengaturan ${network}. Yang disimpan langsung berlaku.`,
  delay: 'Halaman formulir mengikutinya paling lambat sepuluh detik kemudian.',
  back: 'Kembali ke pengaturan',
  save: 'Simpan',
  errors: 'Perlu diperbaiki',
  none: 'belum diisi',
  stored: 'sudah diisi',
  in: { id: 'dalam bahasa Indonesia', en: 'dalam bahasa Inggris' },
  done: {
    general: 'Nama dan wilayah sudah disimpan.',
    logo: 'Logo sudah disimpan.',
    logoRemoved: 'Logo sudah dihapus.',
    mails: 'Pengaturan surel sudah disimpan.',
    privacy: 'Keterangan pelindungan data sudah disimpan.',
    yearAdded: 'Tahun program sudah ditambahkan.',
    yearChanged: 'Tahun program sudah disimpan.',
    yearRemoved: 'Tahun program sudah dihapus.',
    roleAdded: 'Peran sudah ditambahkan.',
    roleChanged: 'Nama peran sudah disimpan.',
    roleRemoved: 'Peran sudah dihapus.',
  },
  general: {
    title: 'Nama dan wilayah',
    name: 'Nama jaringan',
    provinces: 'Provinsi',
    provincesHint: 'Kabupaten dan kota di provinsi ini dapat dipilih di formulir.',
    timeZone: 'Zona waktu',
    timeZoneHint: 'Waktu buka dan tutup formulir mengikuti zona ini.',
    minGroup: 'Ukuran kelompok terkecil',
    minGroupHint:
      'Kelompok yang lebih kecil dari ini tidak diperlihatkan kepada orang yang hanya boleh melihat jumlah, agar organisasinya tidak dapat dikenali. Sedikitnya 3.',
  },
  logo: {
    title: 'Logo jaringan',
    intro: 'Logo tampil di halaman jaringan dan di atas halaman ini, di samping namanya.',
    now: 'Logo sekarang',
    file: 'Gambar baru',
    fileHint:
      'PNG, JPEG, atau WebP, paling besar 100 kB dan 2.000 piksel tiap sisi. Bila tidak dipilih, gambar yang sekarang tetap dipakai.',
    alt: 'Keterangan gambar',
    altHint:
      'Dibacakan untuk orang yang tidak melihat gambarnya. Tulis apa yang terlihat, misalnya “Rumah biru dengan pintu terbuka”.',
    remove: 'Hapus logo',
  },
  mails: {
    title: 'Surel',
    replyTo: 'Alamat untuk balasan',
    replyToHint:
      'Balasan atas surel dari jaringan masuk ke alamat ini. Alamat ini juga tampil di halaman jaringan.',
    weekdays: 'Hari tanpa surel, tiap minggu',
    weekdaysHint:
      'Pada hari ini, surel yang dapat menunggu tidak dikirim kepada organisasi. Tanda terima tetap dikirim.',
    days: 'Tanggal tanpa surel',
    daysHint: 'Misalnya hari raya. Tulis satu tanggal pada tiap baris, misalnya 25/12/2026.',
    quiet: 'Hari tanpa surel',
    noDays: 'tidak ada',
  },
  weekdays: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  privacy: {
    title: 'Pelindungan data',
    intro: 'Tampil di halaman jaringan. Boleh dikosongkan.',
    notice: 'Keterangan tentang data',
    noticeHint: 'Untuk apa data dikumpulkan, siapa yang melihatnya, dan berapa lama disimpan.',
    contact: 'Siapa yang dapat ditanya tentang data',
    contactHint: 'Nama atau jabatan, dengan alamat surel atau nomor telepon.',
  },
  years: {
    title: 'Tahun program',
    intro: 'Tahun program boleh dimulai pada bulan apa saja, tetapi tidak boleh bertumpuk.',
    none: 'Belum ada tahun program.',
    add: 'Tambah tahun program',
    name: 'Nama',
    from: 'Hari pertama',
    to: 'Hari terakhir',
    dayHint: 'Misalnya 30/4/2026.',
    span: (from: string, to: string) => `${from} sampai ${to}`,
    change: (name: string) => `Ubah ${name}`,
    remove: (name: string) => `Hapus ${name}`,
    back: 'Kembali ke tahun program',
  },
  roles: {
    title: 'Peran organisasi',
    intro: 'Peran yang dapat dimiliki organisasi di jaringan ini, menurut urutan di bawah.',
    none: 'Belum ada peran.',
    add: 'Tambah peran',
    name: 'Nama peran',
    change: (name: string) => `Ganti nama ${name}`,
    remove: (name: string) => `Hapus ${name}`,
    used: 'Peran ini sedang atau pernah dipakai, jadi tidak dapat dihapus. Namanya dapat diganti.',
    back: 'Kembali ke daftar peran',
  },
  issues: {
    nameId: 'Nama dalam bahasa Indonesia: isi ini, paling banyak 120 karakter.',
    nameEn: 'Nama dalam bahasa Inggris: isi ini, paling banyak 120 karakter.',
    provinces: 'Provinsi: centang sedikitnya satu dari daftar.',
    timeZone: 'Zona waktu: pilih satu dari daftar.',
    minGroup: 'Ukuran kelompok terkecil: tulis angka dari 3 sampai 50.',
    replyTo: 'Alamat untuk balasan: tulis alamat surel yang lengkap, misalnya nama@contoh.id.',
    weekdays: 'Hari tanpa surel: sisakan sedikitnya satu hari untuk surel.',
    days: 'Tanggal tanpa surel: tulis satu tanggal pada tiap baris, misalnya 25/12/2026, paling banyak 60 baris.',
    noticeId:
      'Keterangan dalam bahasa Indonesia: isi dalam kedua bahasa, masing-masing paling banyak 4.000 karakter.',
    noticeEn:
      'Keterangan dalam bahasa Inggris: isi dalam kedua bahasa, masing-masing paling banyak 4.000 karakter.',
    contact: 'Siapa yang dapat ditanya: paling banyak 200 karakter.',
    fileMissing: 'Gambar: pilih satu berkas.',
    fileLarge: 'Gambar: berkasnya lebih besar dari 100 kB. Perkecil gambarnya, lalu pilih lagi.',
    fileKind: 'Gambar: berkas ini bukan gambar PNG, JPEG, atau WebP.',
    filePixels: 'Gambar: tiap sisi paling panjang 2.000 piksel. Perkecil gambarnya, lalu pilih lagi.',
    altId: 'Keterangan gambar dalam bahasa Indonesia: isi ini, paling banyak 200 karakter.',
    altEn: 'Keterangan gambar dalam bahasa Inggris: isi ini, paling banyak 200 karakter.',
    from: 'Hari pertama: tulis tanggal yang ada, misalnya 30/4/2026.',
    to: 'Hari terakhir: tulis tanggal yang ada, misalnya 31/3/2027.',
    order: 'Hari terakhir: pilih hari sesudah hari pertama, paling lama dua tahun kemudian.',
    overlap: 'Hari pertama: tahun ini bertumpuk dengan tahun program lain.',
    mostYears: 'Paling banyak 30 tahun program. Hapus dulu yang tidak dipakai.',
    sameName: 'Nama: peran lain sudah bernama begitu.',
    mostRoles: 'Paling banyak 20 peran. Hapus dulu yang tidak dipakai.',
    used: 'Peran itu sedang atau pernah dipakai, jadi tidak dapat dihapus.',
  },
}

const coordinator = {
  footer: 'Halaman ini hanya memakai satu kuki, agar Anda tetap masuk. Anda tidak dilacak.',
  nav: {
    label: 'Akun Anda',
    networks: 'Jaringan Anda',
    sessions: 'Di mana Anda masuk',
    signOut: 'Keluar',
  },
  signIn: {
    title: 'Masuk',
    intro:
      'Halaman ini untuk orang yang mengurus jaringan. Tulis alamat surel Anda, lalu kami kirim tautan untuk masuk. Kata sandi tidak diperlukan.',
    respondents: 'Untuk mengisi formulir, Anda tidak perlu masuk.',
    email: 'Alamat surel',
    send: 'Kirim tautan untuk masuk',
    /** Why somebody came to this page. */
    said: { out: 'Anda sudah keluar.', first: 'Masuk dulu untuk membuka halaman itu.' },
    sent: {
      title: 'Periksa kotak masuk surel Anda',
      text: (minutes: string) =>
        `Bila alamat itu terdaftar di sini, tautan untuk masuk sedang dikirim ke sana. Tautan itu berlaku ${minutes} menit.`,
      none: (most: string) =>
        `Belum ada surel? Tunggu beberapa menit dan periksa folder spam: tautan yang baru saja dikirim masih berlaku. Dalam satu jam, paling banyak ${most} surel dengan tautan yang dikirim ke satu alamat. Bila tetap tidak ada, tanyakan kepada pengelola jaringan Anda apakah alamat itu terdaftar.`,
      again: 'Tulis alamat sekali lagi',
    },
    confirm: {
      title: 'Masuk ke Simpul',
      text: (address: string) => `Tekan tombol ini untuk masuk sebagai ${address}.`,
      lasts: (days: string) =>
        `Anda tetap masuk di perangkat ini paling lama ${days} hari, atau sampai Anda menekan “Keluar”.`,
      button: 'Masuk',
    },
    ended: {
      title: 'Tautan ini tidak dapat dipakai lagi',
      used: 'Tautan ini sudah pernah dipakai. Tiap tautan hanya dapat dipakai satu kali.',
      expired: (minutes: string) => `Tautan ini hanya berlaku ${minutes} menit, dan waktunya sudah habis.`,
      unknown: 'Tautan ini tidak kami kenal. Pastikan seluruh alamatnya tersalin dari surel.',
      again: 'Minta tautan baru',
    },
  },
  problems: {
    notFound: {
      title: 'Halaman tidak ditemukan',
      text: 'Halaman ini tidak ada, atau bukan milik jaringan Anda. Periksa lagi alamatnya.',
    },
    role: {
      title: 'Peran Anda tidak mencakup halaman ini',
      text: 'Bila Anda memerlukannya, mintalah kepada pengelola jaringan.',
    },
    signedOut: {
      title: 'Anda belum masuk',
      text: 'Waktunya sudah habis, atau Anda sudah keluar. Masuklah lagi, lalu ulangi yang tadi Anda kerjakan.',
    },
    origin: {
      title: 'Permintaan ini ditolak',
      text: 'Permintaan ini tidak datang dari halaman kami. Buka halamannya lagi dari sini, lalu ulangi.',
    },
  },
  toStart: 'Ke halaman depan Anda',
  roles: {
    administrator: {
      name: 'Pengelola',
      about: 'melakukan semua yang dilakukan koordinator, dan menentukan siapa yang boleh masuk',
    },
    coordinator: {
      name: 'Koordinator',
      about: 'mengurus organisasi dan formulir, di seluruh jaringan atau di beberapa kabupaten atau kota',
    },
    facilitator: { name: 'Fasilitator', about: 'melihat organisasi dan apa yang sudah dikirimnya' },
    viewer: { name: 'Pengamat', about: 'hanya melihat jumlah, tidak pernah nama orang' },
  },
  everywhere: 'seluruh jaringan',
  choose: { title: 'Pilih jaringan', text: 'Anda mengurus lebih dari satu jaringan.' },
  front: {
    as: (name: string, address: string) => `Anda masuk sebagai ${name} (${address}).`,
    role: 'Peran Anda di jaringan ini',
    districts: 'Wilayah Anda',
    what: 'Yang dapat Anda kerjakan di sini',
    waiting: 'Yang menunggu Anda',
    nothing: 'Tidak ada yang menunggu Anda.',
    people: 'Orang yang boleh masuk',
    peopleAbout: 'mengundang, mengganti peran, mengeluarkan',
    sessionsAbout: 'melihat dan mengakhiri',
    public: 'Halaman jaringan yang dilihat semua orang',
  },
  people: {
    title: 'Orang yang boleh masuk',
    intro: (network: string) => `Mereka dapat masuk dan melihat ${network} sesuai perannya.`,
    alone: 'Baru Anda sendiri. Undang orang lain yang ikut mengurus jaringan ini.',
    invite: 'Undang orang',
    you: 'Anda',
    since: (day: string) => `Sejak ${day}`,
    change: (name: string) => `Ganti peran ${name}`,
    remove: (name: string) => `Keluarkan ${name}`,
    back: 'Kembali ke daftar',
    done: {
      invited: 'Undangan sedang dikirim.',
      changed: 'Peran sudah diganti.',
      removed: 'Orang itu sudah dikeluarkan dan tidak dapat lagi membuka jaringan ini.',
    },
  },
  form: {
    errors: 'Perlu diperbaiki',
    name: 'Nama',
    email: 'Alamat surel',
    emailHint: 'Undangan dan tautan untuk masuk dikirim ke alamat ini.',
    role: 'Peran',
    someDistricts: 'Koordinator beberapa kabupaten atau kota',
    someAbout: 'seperti koordinator, tetapi hanya di wilayah yang dicentang di bawah',
    allDistricts: 'Koordinator seluruh jaringan',
    allAbout: 'mengurus organisasi dan formulir di seluruh jaringan',
    districts: 'Kabupaten atau kota',
    openDistricts: 'Pilih kabupaten atau kota (buka daftar)',
    districtsHint: 'Hanya untuk “Koordinator beberapa kabupaten atau kota”.',
    locale: 'Bahasa surel dan halaman untuk orang ini',
    invite: 'Kirim undangan',
    change: 'Simpan',
    issues: {
      name: 'Nama: isi ini, paling banyak 120 karakter.',
      email: 'Alamat surel: tulis alamat surel yang lengkap, misalnya nama@contoh.id.',
      role: 'Peran: pilih satu.',
      districts: 'Kabupaten atau kota: centang sedikitnya satu dari daftar.',
      locale: 'Bahasa: pilih satu.',
      there: 'Alamat surel: orang dengan alamat ini sudah ada di jaringan ini.',
    },
  },
  changed: {
    title: (name: string) => `Ganti peran ${name}`,
    last: 'Jaringan ini harus punya sedikitnya satu pengelola. Jadikan orang lain pengelola dulu.',
  },
  removal: {
    title: (name: string) => `Keluarkan ${name}?`,
    text: (name: string, network: string) =>
      `${name} tidak dapat lagi membuka ${network}, begitu Anda menekan tombol ini. Orang itu dapat diundang lagi kapan saja.`,
    self: 'Ini Anda sendiri. Setelah ini Anda tidak dapat membuka jaringan ini lagi.',
    button: 'Ya, keluarkan',
    cancel: 'Batal',
  },
  sessions: {
    title: 'Di mana Anda masuk',
    intro:
      'Tiap perangkat atau peramban (aplikasi untuk membuka halaman web) tempat Anda masuk dicatat satu kali. Kami tidak mencatat perangkatnya, hanya waktunya.',
    begun: (moment: string) => `Masuk ${moment}`,
    seen: (moment: string) => `Terakhir dipakai sekitar ${moment}`,
    this: 'Ini yang sedang Anda pakai',
    end: 'Akhiri',
    endOthers: 'Akhiri semua yang lain',
    only: 'Anda hanya masuk di sini.',
    ended: 'Sudah diakhiri.',
  },
  mail: {
    signIn: {
      subject: 'Tautan untuk masuk ke Simpul',
      how: 'Buka tautan ini, lalu tekan tombol “Masuk” di halamannya.',
      open: 'Masuk ke Simpul',
      until: (moment: string) => `Tautan ini hanya dapat dipakai satu kali, dan berlaku sampai ${moment}.`,
      notYou:
        'Bila bukan Anda yang memintanya, abaikan surel ini. Tanpa tautan ini tidak ada yang dapat masuk.',
    },
    invited: {
      subject: (network: string) => `Undangan untuk ikut mengurus ${network}`,
      by: (name: string, network: string) =>
        `${name} mengundang Anda untuk ikut mengurus ${network} di Simpul.`,
      somebody: 'Seorang pengelola',
      how: 'Buka halaman ini dan tulis alamat surel yang menerima undangan ini. Tautan untuk masuk lalu dikirim ke sana.',
      open: 'Ke halaman masuk',
      notYou: 'Bila Anda tidak mengenal jaringan ini, abaikan surel ini.',
    },
  },
  settings,
  held,
  registry,
  messages: idMessages,
  board: idBoard,
  doubles: idDuplicates,
  imports: idImports,
  rounds: idRounds,
  shareRound: idShareRound,
}

/** The dictionary every other language must match. */
export const id = {
  writing,
  problems,
  page,
  sections,
  report,
  mail,
  paper,
  share,
  accessibility,
  privacy,
  drafts: idDrafts,
  seals: idSeals,
  embed: idEmbed,
  limits: idLimits,
  practice: idPractice,
  coordinator,
}

/** The shape of a dictionary. */
export type Words = typeof id
