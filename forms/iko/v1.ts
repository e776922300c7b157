// The IKO (Indeks Kinerja Organisasi): an organisation's own assessment, in five domains and ten items.

import { defineForm } from '../../src/core/form/form.ts'
import type { Domain, Instrument } from '../../src/core/instrument/instrument.ts'
import type { Text } from '../../src/core/kernel/text.ts'

/** How to choose a level; it stands above the first item. */
const levelRule: Text = {
  id: 'Ada lima bidang yang dinilai, yang disebut domain. Tiap domain terdiri dari dua subdomain, dan untuk tiap subdomain ada satu pertanyaan.\n\nCara memilih level: level 1 paling rendah, level 4 paling tinggi. Pilih level yang paling sesuai dengan keadaan organisasi dan dapat dibuktikan. Bila ragu di antara dua level, pilih yang lebih rendah.\n\nBukti cukup disebutkan, misalnya nama dokumen dan tanggalnya. Anda tidak perlu mengunggah apa pun. Jangan menulis nama warga.',
  en: 'Five fields are assessed, which are called domains. Each domain is made up of two subdomains, and there is one question for each subdomain.\n\nHow to choose a level: level 1 is the lowest, level 4 the highest. Choose the level that fits the organisation best and can be proved. If in doubt between two levels, choose the lower.\n\nIt is enough to name the evidence, for example a document and its date. You do not need to upload anything. Do not write the names of people you serve.',
}

const effectiveness: Domain = {
  id: 'effectiveness',
  name: { id: 'Efektivitas', en: 'Effectiveness' },
  description: {
    id: 'Sejauh mana organisasi mencapai perubahan yang dijanjikan dan bekerja dengan mutu yang dapat dipercaya.',
    en: 'How far the organisation brings about the change it promised and works to a quality people can trust.',
  },
  subdomains: [
    { id: 'results', name: { id: 'Hasil', en: 'Results' } },
    { id: 'standards', name: { id: 'Standar', en: 'Standards' } },
  ],
}

const efficiency: Domain = {
  id: 'efficiency',
  name: { id: 'Efisiensi', en: 'Efficiency' },
  description: {
    id: 'Sejauh mana organisasi memakai waktu, uang, dan tenaga dengan baik serta menjangkau orang yang tepat.',
    en: 'How far the organisation uses time, money and effort well and reaches the right people.',
  },
  subdomains: [
    { id: 'delivery', name: { id: 'Pelaksanaan', en: 'Delivery' } },
    { id: 'reach', name: { id: 'Jangkauan', en: 'Reach' } },
  ],
}

const relevance: Domain = {
  id: 'relevance',
  name: { id: 'Relevansi', en: 'Relevance' },
  description: {
    id: 'Sejauh mana organisasi menjawab kebutuhan warga, belajar dari pengalaman, dan berubah bila perlu.',
    en: 'How far the organisation answers people’s needs, learns from experience and changes when it must.',
  },
  subdomains: [
    { id: 'target_population', name: { id: 'Kelompok sasaran', en: 'Target population' } },
    { id: 'learning', name: { id: 'Pembelajaran', en: 'Learning' } },
  ],
}

const sustainability: Domain = {
  id: 'sustainability',
  name: { id: 'Keberlanjutan', en: 'Sustainability' },
  description: {
    id: 'Sejauh mana organisasi punya sumber daya dan hubungan yang membuat kerjanya bertahan lama.',
    en: 'How far the organisation has the resources and relationships that let its work last.',
  },
  subdomains: [
    { id: 'resources', name: { id: 'Sumber daya', en: 'Resources' } },
    { id: 'social_capital', name: { id: 'Modal sosial', en: 'Social capital' } },
  ],
}

const resilience: Domain = {
  id: 'resilience',
  name: { id: 'Ketahanan', en: 'Resilience' },
  description: {
    id: 'Sejauh mana organisasi mampu bertahan dan menyesuaikan diri saat tertekan, serta ikut memengaruhi keadaan di sekitarnya.',
    en: 'How far the organisation can hold out and adjust under pressure, and helps shape what happens around it.',
  },
  subdomains: [
    { id: 'adaptive_capacity', name: { id: 'Daya adaptasi', en: 'Adaptive capacity' } },
    { id: 'influence', name: { id: 'Daya pengaruh', en: 'Influence' } },
  ],
}

const instrument: Instrument = {
  id: 'iko-simpul',
  version: 1,
  name: { id: 'Indeks Kinerja Organisasi (IKO)', en: 'Organisational Performance Index (IKO)' },
  attribution: {
    id: 'Susunan domain mengikuti Organizational Performance Index (OPI) dari Pact dan IKO dari program MADANI. Kalimatnya ditulis sendiri oleh penyusun Simpul dan belum divalidasi, artinya ketepatannya belum diuji. Ini bukan IKO dari Kementerian Dalam Negeri (Kemendagri).',
    en: 'The layout of the domains follows Pact’s Organizational Performance Index (OPI) and the IKO of the MADANI programme. The wording is by the makers of Simpul and not yet validated, which means its accuracy has not been tested. This is not the IKO of the Ministry of Home Affairs (Kemendagri).',
  },
  scale: { min: 1, max: 4, direction: 'higher-is-better' },
  aggregate: 'mean-of-means',
  missing: 'incomplete',
  bands: [
    {
      id: 'nascent',
      from: '1',
      name: { id: 'Tumbuh', en: 'Nascent' },
      summary: {
        id: 'Dasar organisasi sedang dibangun. Utamakan dokumen dasar, pembagian tugas, dan kebiasaan mencatat.',
        en: 'The basics are being built. Put basic documents, clear roles and the habit of keeping records first.',
      },
      focus: {
        id: 'Mulailah dari subdomain dengan level terendah. Siapkan satu bukti tertulis untuk tiap kegiatan.',
        en: 'Start with the subdomains at the lowest level. Prepare one piece of written evidence for each activity.',
      },
      focusOn: ['standards', 'delivery', 'results', 'learning'],
    },
    {
      id: 'emergent',
      from: '1.5',
      name: { id: 'Berkembang', en: 'Emergent' },
      summary: {
        id: 'Cara kerja yang teratur sudah ada dan mulai dipakai. Utamakan menjalankannya terus-menerus, memakai data, dan bekerja sama.',
        en: 'Orderly ways of working exist and are coming into use. Put keeping to them, using data and working with others first.',
      },
      focus: {
        id: 'Pilih satu atau dua subdomain dari usulan prioritas. Usahakan naik satu level sebelum penilaian berikutnya.',
        en: 'Choose one or two subdomains from the proposed priorities. Try to raise them by one level before the next assessment.',
      },
      focusOn: ['standards', 'results', 'learning', 'social_capital'],
    },
    {
      id: 'mature',
      from: '3.5',
      name: { id: 'Dewasa', en: 'Mature' },
      summary: {
        id: 'Menurut penilaian sendiri, hasil kerja organisasi terbukti, diakui, dan bertahan. Utamakan mencoba cara baru, menyiapkan penerus, dan mendampingi organisasi lain.',
        en: 'By the organisation’s own assessment, its work is proven, recognised and lasting. Put trying new ways, preparing successors and mentoring others first.',
      },
      focus: {
        id: 'Bagikan cara kerja yang sudah teruji. Dampingi sedikitnya satu organisasi lain dalam jaringan.',
        en: 'Share ways of working that have proved themselves. Mentor at least one other organisation in the network.',
      },
      focusOn: ['adaptive_capacity', 'learning', 'social_capital', 'influence'],
    },
  ],
  domains: [effectiveness, efficiency, relevance, sustainability, resilience],
}

/** Version 1. */
export const iko = defineForm({
  id: 'iko',
  version: 1,
  title: { id: 'Penilaian IKO', en: 'IKO self-assessment' },
  intro: {
    id: 'IKO adalah Indeks Kinerja Organisasi: cara organisasi menilai kinerjanya sendiri.\n\nIsilah bersama-sama. Pengurus, staf, dan relawan menyepakati satu jawaban untuk tiap pertanyaan. Untuk pertama kali, sediakan waktu sekitar setengah hari. Berikutnya cukup satu sampai dua jam. Siapkan dokumen organisasi di dekat Anda.\n\nIni bukan ujian, dan nilai organisasi Anda tidak diumumkan.',
    en: 'The IKO is an index of organisational performance: a way for an organisation to assess itself.\n\nFill this in together. Board, staff and volunteers agree on one answer to each question. Allow about half a day the first time. After that, one to two hours are enough. Keep the organisation’s documents at hand.\n\nThis is not an exam, and your organisation’s score is not published.',
  },
  introOnScreen: {
    id: 'Jawaban boleh ditulis di tempat lain dahulu, misalnya di kertas, lalu disalin ke sini. Isian dapat disimpan dengan “Simpan dulu” dan dilanjutkan nanti, juga dari HP lain. Jawaban baru terkirim setelah Anda menekan “Kirim”.',
    en: 'You may write the answers elsewhere first, for example on paper, and copy them here. “Save for now” keeps what you filled in; go on later, from another phone too. Answers are sent only when you press “Send”.',
  },
  afterwards: {
    id: 'Nilai dihitung secara otomatis, biasanya dalam beberapa menit. Setelah itu, laporan IKO dapat dibuka dari halaman ini. Bila Anda menulis alamat surel, laporan juga dikirim ke sana.',
    en: 'The score is worked out automatically, usually within minutes. After that, the IKO report can be opened from this page. If you gave an e-mail address, the report is also sent there.',
  },
  noticeVersion: '1',
  notice: {
    id: [
      'Yang mengumpulkan data ini adalah jaringan yang membuka penilaian ini.',
      'Untuk apa: menghitung nilai organisasi, mengirim laporan kepada organisasi, dan menyusun jumlah serta rata-rata untuk jaringan. Data pribadi yang diminta hanya nama, jabatan, nomor WhatsApp, dan surel pengisi, serta nama fasilitator. Peserta hanya dicatat jumlahnya.',
      'Dasarnya: kepentingan yang sah dari jaringan dan anggotanya untuk menilai dan memperkuat organisasi, bukan persetujuan. Lihat Undang-Undang Nomor 27 Tahun 2022, pasal 20.',
      'Siapa yang melihat: organisasi Anda, koordinator jaringan, dan orang yang Anda beri tautan laporan. Pihak lain hanya melihat angka gabungan.',
      'Di mana dan berapa lama: data disimpan di komputer (server) milik perusahaan Cloudflare di luar negeri. Data pribadi disimpan selama organisasi menjadi bagian dari jaringan dan 12 bulan sesudahnya. Level, catatan bukti, dan nilai tetap disimpan agar organisasi dapat membandingkannya dari waktu ke waktu.',
      'Hak Anda: meminta data Anda diperlihatkan, disalin, diperbaiki, dibatasi pemakaiannya, atau dihapus. Anda juga boleh berkeberatan. Balas surel dari jaringan, atau hubungi koordinatornya. Permintaan Anda dijawab paling lambat 72 jam (tiga hari).',
    ].join('\n\n'),
    en: [
      'These data are collected by the network that opened this assessment.',
      'What for: to work out the organisation’s score, to send the organisation its report, and to give the network totals and averages. The only personal data asked for are the name, role, WhatsApp number and e-mail address of the sender, and the facilitator’s name. Participants are only counted.',
      'On what ground: the legitimate interest of the network and its members in assessing and strengthening organisations, not consent. See Law 27 of 2022, article 20.',
      'Who sees them: your organisation, the network’s coordinators, and anyone you give the link to the report. Others see only combined figures.',
      'Where and how long: the data are stored abroad, on computers (servers) of the company Cloudflare. Personal data are kept while the organisation is part of the network and for 12 months after that. Levels, evidence notes and scores stay stored so that the organisation can compare them over time.',
      'Your rights: to ask that your data be shown to you, copied, corrected, restricted in use or erased. You may also object. Reply to an e-mail from the network, or contact its coordinator. Your request is answered within 72 hours (three days).',
    ].join('\n\n'),
  },
  respondent: { organisation: 'organisation', district: 'district', email: 'email', whatsapp: 'whatsapp' },
  instrument,
  sections: {
    about: {
      title: { id: 'Tentang organisasi dan pengisi', en: 'About the organisation and who fills this in' },
    },
    effectiveness: {
      title: effectiveness.name,
      intro: {
        id: `${effectiveness.description.id}\n\n${levelRule.id}`,
        en: `${effectiveness.description.en}\n\n${levelRule.en}`,
      },
    },
    efficiency: { title: efficiency.name, intro: efficiency.description },
    relevance: { title: relevance.name, intro: relevance.description },
    sustainability: { title: sustainability.name, intro: sustainability.description },
    resilience: { title: resilience.name, intro: resilience.description },
  },
  questions: {
    organisation: {
      kind: 'text',
      section: 'about',
      label: { id: 'Nama organisasi', en: 'Name of the organisation' },
      hint: {
        id: 'Tulis nama lengkap. Bila sudah pernah mengisi penilaian ini, tulis sama seperti waktu itu.',
        en: 'Write the full name. If you have filled in this assessment before, write it the same as then.',
      },
      required: true,
      max: 200,
      autocomplete: 'organization',
    },
    district: {
      kind: 'select',
      section: 'about',
      label: { id: 'Kabupaten atau kota', en: 'District or city' },
      hint: {
        id: 'Pilih tempat sekretariat, atau tempat organisasi biasa berkumpul.',
        en: 'Choose where the organisation has its office, or where it usually meets.',
      },
      choices: 'districts',
      required: true,
    },
    assessed_on: {
      kind: 'date',
      section: 'about',
      label: { id: 'Tanggal penilaian', en: 'Date of the assessment' },
      hint: {
        id: 'Hari ketika jawaban disepakati bersama. Bila dikosongkan, tanggal tidak dicatat.',
        en: 'The day the answers were agreed. If it is left empty, no date is recorded.',
      },
      notAfterToday: true,
    },
    participants_women: {
      kind: 'number',
      section: 'about',
      label: { id: 'Jumlah peserta perempuan', en: 'Number of women taking part' },
      max: 10_000,
    },
    participants_men: {
      kind: 'number',
      section: 'about',
      label: { id: 'Jumlah peserta laki-laki', en: 'Number of men taking part' },
      max: 10_000,
    },
    participants_other: {
      kind: 'number',
      section: 'about',
      label: { id: 'Jumlah peserta lain', en: 'Number of others taking part' },
      hint: {
        id: 'Peserta yang memakai sebutan lain, atau tidak ingin menyebutkan jenis kelaminnya.',
        en: 'People who use another term, or prefer not to state their gender.',
      },
      max: 10_000,
    },
    participants_disability: {
      kind: 'number',
      section: 'about',
      label: {
        id: 'Dari semua peserta itu, berapa yang penyandang disabilitas?',
        en: 'Of all these, how many are persons with disabilities?',
      },
      name: { id: 'Peserta penyandang disabilitas', en: 'Participants with disabilities' },
      hint: {
        id: 'Tulis jumlahnya saja. Jangan menulis nama.',
        en: 'Write only the number. Do not write names.',
      },
      max: 10_000,
    },
    facilitator: {
      kind: 'text',
      section: 'about',
      label: { id: 'Nama fasilitator', en: 'Name of the facilitator' },
      hint: {
        id: 'Orang yang memandu penilaian. Kosongkan bila tidak ada.',
        en: 'The person who guided the assessment. Leave it empty if there was none.',
      },
      data: 'personal',
      max: 200,
    },
    sender_name: {
      kind: 'text',
      section: 'about',
      label: { id: 'Nama Anda', en: 'Your name' },
      name: { id: 'Nama pengisi', en: 'Name of the sender' },
      hint: {
        id: 'Orang yang mengirim jawaban atas nama organisasi.',
        en: 'The person who sends the answers for the organisation.',
      },
      required: true,
      data: 'personal',
      max: 200,
      autocomplete: 'name',
    },
    sender_role: {
      kind: 'text',
      section: 'about',
      label: { id: 'Jabatan atau tugas Anda', en: 'Your position or task' },
      name: { id: 'Jabatan pengisi', en: 'Role of the sender' },
      hint: {
        id: 'Misalnya ketua, bendahara, atau relawan.',
        en: 'For example chair, treasurer or volunteer.',
      },
      data: 'personal',
      max: 200,
      autocomplete: 'organization-title',
    },
    whatsapp: {
      kind: 'phone',
      section: 'about',
      label: { id: 'Nomor WhatsApp', en: 'WhatsApp number' },
      hint: {
        id: 'Isi nomor WhatsApp, alamat surel, atau keduanya. Misalnya 0812 3456 7890.',
        en: 'Fill in the WhatsApp number, the e-mail address, or both. For example 0812 3456 7890.',
      },
      data: 'personal',
      autocomplete: 'tel',
    },
    email: {
      kind: 'email',
      section: 'about',
      label: { id: 'Alamat surel (email)', en: 'E-mail address' },
      name: { id: 'Alamat surel', en: 'E-mail address' },
      hint: {
        id: 'Tanda terima dan laporan IKO dikirim ke alamat ini.',
        en: 'The receipt and the IKO report are sent to this address.',
      },
      required: { question: 'whatsapp', answered: false },
      data: 'personal',
      autocomplete: 'email',
    },
    results: {
      kind: 'level',
      section: 'effectiveness',
      subdomain: 'results',
      label: {
        id: 'Apakah organisasi menetapkan, mencapai, dan dapat menunjukkan perubahan nyata dari programnya?',
        en: 'Does the organisation set out, achieve and show real change from its programmes?',
      },
      name: { id: 'Hasil', en: 'Results' },
      required: true,
      levels: [
        {
          description: {
            id: 'Kegiatan berjalan, tetapi perubahan yang ingin dicapai belum ditulis. Keberhasilan hanya dilihat dari jumlah kegiatan atau jumlah peserta.',
            en: 'Activities take place, but the change they should bring is not written down. Success is seen only in the number of activities or participants.',
          },
          nextSteps: {
            id: [
              'Tulis satu sampai tiga perubahan yang ingin dicapai tiap program, lengkap dengan ukuran dan batas waktunya.',
              'Kumpulkan data awal yang sederhana sebelum kegiatan berikutnya dimulai.',
            ],
            en: [
              'Write down one to three changes each programme should bring, with a measure and a deadline.',
              'Collect simple starting data before the next activity begins.',
            ],
          },
        },
        {
          description: {
            id: 'Target perubahan dan cara mengukurnya sudah ditulis. Datanya mulai dikumpulkan, tetapi belum teratur. Sebagian besar target belum tercapai.',
            en: 'Targets for change, and how to measure them, are written down. Data are being collected, but not regularly. Most targets have not been met.',
          },
          nextSteps: {
            id: [
              'Tunjuk satu orang yang bertanggung jawab atas data, dan catat data setiap tiga bulan.',
              'Bahas dalam rapat mengapa ada target yang belum tercapai, lalu catat keputusannya.',
            ],
            en: [
              'Name one person responsible for data, and record the data every three months.',
              'Discuss in meetings why some targets were not met, and note what was decided.',
            ],
          },
        },
        {
          description: {
            id: 'Sebagian besar target perubahan tercapai. Data dicatat teratur menurut jenis kelamin, usia, dan disabilitas. Data itu dipakai untuk memperbaiki program.',
            en: 'Most targets for change are met. Data are recorded regularly by sex, age and disability. They are used to improve the programmes.',
          },
          nextSteps: {
            id: [
              'Ajak warga yang dilayani atau pihak luar memeriksa kebenaran hasil yang dilaporkan.',
              'Terbitkan ringkasan hasil setiap tahun yang mudah dibaca dan dapat dibacakan oleh pembaca layar.',
            ],
            en: [
              'Ask the people served, or someone outside, to check that the reported results are true.',
              'Publish a summary of results every year that is easy to read and works with a screen reader.',
            ],
          },
        },
        {
          description: {
            id: 'Selama dua tahun atau lebih, target perubahan tercapai atau terlampaui. Hasilnya diperiksa pihak lain dan dilaporkan secara terbuka kepada warga dan mitra.',
            en: 'For two years or more, targets for change have been met or passed. The results are checked by others and reported openly to the community and partners.',
          },
          nextSteps: {
            id: [
              'Tetapkan target baru yang lebih tinggi bagi kelompok yang paling tertinggal.',
              'Dampingi organisasi lain dalam jaringan menyusun ukuran hasilnya.',
            ],
            en: [
              'Set new, higher targets for the groups left furthest behind.',
              'Coach other organisations in the network in setting their own measures of results.',
            ],
          },
        },
      ],
      evidence: {
        id: [
          'Daftar target dan ukurannya',
          'Tabel capaian dibandingkan target',
          'Laporan tahunan',
          'Laporan evaluasi atau catatan pendapat warga yang dilayani',
        ],
        en: [
          'List of targets and how they are measured',
          'Table of results against targets',
          'Annual report',
          'Evaluation report, or record of what the people served say',
        ],
      },
    },
    standards: {
      kind: 'level',
      section: 'effectiveness',
      subdomain: 'standards',
      label: {
        id: 'Seberapa teratur organisasi bekerja menurut standar mutu, aturan, dan kebijakan perlindungan di bidangnya?',
        en: 'How consistently does the organisation follow the quality standards, rules and protection policies of its field?',
      },
      name: { id: 'Standar', en: 'Standards' },
      required: true,
      levels: [
        {
          description: {
            id: 'Organisasi belum mengenal standar mutu dan aturan di bidang kerjanya. Setiap orang bekerja menurut kebiasaannya sendiri.',
            en: 'The organisation does not yet know the quality standards and rules of its field. Everyone works by their own habits.',
          },
          nextSteps: {
            id: [
              'Buat daftar standar dan aturan yang wajib dipenuhi untuk tiap layanan utama.',
              'Mulailah dengan satu aturan kerja tertulis (SOP), misalnya tentang keuangan atau pelaporan kegiatan.',
            ],
            en: [
              'Make a list of the standards and rules each main service must meet.',
              'Start with one written procedure, for example on finance or on reporting activities.',
            ],
          },
        },
        {
          description: {
            id: 'Organisasi sudah mengenal standar dan aturannya. Sebagian sudah ditulis sebagai aturan kerja (SOP). Belum semua pengurus, staf, dan relawan memahami dan menjalankannya.',
            en: 'The organisation knows the standards and rules. Some are written down as procedures. Not all board members, staff and volunteers understand and follow them yet.',
          },
          nextSteps: {
            id: [
              'Kenalkan SOP kepada semua yang terlibat dengan cara yang mereka pahami.',
              'Tetapkan siapa yang memeriksa pelaksanaan SOP dan kapan.',
              'Tulis aturan perlindungan anak, perempuan, dan penyandang disabilitas, termasuk cara mengadu.',
            ],
            en: [
              'Introduce the procedures to everyone involved in a way they understand.',
              'Decide who checks that the procedures are followed, and when.',
              'Write rules to protect children, women and persons with disabilities, including how to complain.',
            ],
          },
        },
        {
          description: {
            id: 'Semua yang terlibat menjalankan aturan kerja (SOP), termasuk aturan perlindungan anak, perempuan, dan penyandang disabilitas. Pelaksanaannya diperiksa sedikitnya setahun sekali, dan yang tidak sesuai diperbaiki.',
            en: 'Everyone involved follows the procedures, including rules to protect children, women and persons with disabilities. They are checked at least once a year, and what does not comply is put right.',
          },
          nextSteps: {
            id: [
              'Minta penilaian dari luar, misalnya audit, akreditasi, atau pemeriksaan oleh organisasi lain dalam jaringan.',
            ],
            en: [
              'Ask for an outside review, such as an audit, accreditation or a check by another organisation in the network.',
            ],
          },
        },
        {
          description: {
            id: 'Pihak lain mengakui mutu kerja organisasi, misalnya lewat audit, akreditasi, atau kunjungan belajar. Organisasi ikut memperbaiki standar di bidangnya.',
            en: 'Others recognise the quality of the work, for example through an audit, accreditation or study visits. The organisation helps improve the standards of its field.',
          },
          nextSteps: {
            id: [
              'Bagikan SOP yang sudah teruji sebagai contoh bagi jaringan.',
              'Tinjau standar sendiri setiap tahun bersama warga yang dilayani.',
            ],
            en: [
              'Share proven procedures with the network as examples.',
              'Review your own standards every year together with the people served.',
            ],
          },
        },
      ],
      evidence: {
        id: [
          'Naskah SOP dan tanggal pengesahannya',
          'Daftar hadir pengenalan SOP',
          'Catatan pemeriksaan atau hasil audit',
          'Kebijakan perlindungan dan kode etik',
        ],
        en: [
          'Written procedures with the date of approval',
          'Attendance list of sessions on the procedures',
          'Notes of checks, or audit results',
          'Protection policy and code of conduct',
        ],
      },
    },
    delivery: {
      kind: 'level',
      section: 'efficiency',
      subdomain: 'delivery',
      label: {
        id: 'Apakah kegiatan terlaksana sesuai rencana, waktu, dan anggaran?',
        en: 'Are activities carried out as planned, on time and within budget?',
      },
      name: { id: 'Pelaksanaan', en: 'Delivery' },
      required: true,
      levels: [
        {
          description: {
            id: 'Rencana kerja dan anggaran belum ada, atau baru dibuat ketika dana datang. Kegiatan dan pengeluaran tidak dibandingkan dengan rencana.',
            en: 'There is no workplan or budget, or one is made only when money arrives. Activities and spending are not compared with a plan.',
          },
          nextSteps: {
            id: [
              'Susun rencana kerja dan anggaran satu tahun, cukup satu halaman.',
              'Catat setiap pemasukan dan pengeluaran, dan simpan buktinya.',
            ],
            en: [
              'Draw up a workplan and budget for one year; one page is enough.',
              'Record every receipt and payment, and keep the proof.',
            ],
          },
        },
        {
          description: {
            id: 'Rencana kerja dan anggaran tahunan sudah ada. Kegiatan sering terlambat atau berubah tanpa catatan. Baru sekitar separuhnya selesai tepat waktu.',
            en: 'There is a yearly workplan and budget. Activities often run late or change without a note. Only about half are finished on time.',
          },
          nextSteps: {
            id: [
              'Bandingkan rencana dengan pelaksanaan setiap bulan dalam tabel sederhana.',
              'Catat alasan setiap penundaan dan siapa yang menyetujuinya.',
            ],
            en: [
              'Compare the plan with what was done every month in a simple table.',
              'Note the reason for each delay and who approved it.',
            ],
          },
        },
        {
          description: {
            id: 'Sekitar tiga perempat kegiatan selesai sesuai jadwal dan anggaran. Pelaksanaannya dipantau teratur, dan selisih dengan rencana dapat dijelaskan.',
            en: 'About three quarters of activities are finished on schedule and within budget. Progress is followed regularly, and differences from the plan can be explained.',
          },
          nextSteps: {
            id: [
              'Hitung biaya untuk tiap hasil atau tiap orang yang dijangkau, lalu cari yang dapat dihemat.',
              'Sampaikan laporan keuangan ringkas kepada anggota atau warga.',
            ],
            en: [
              'Work out the cost of each result or each person reached, and look for savings.',
              'Give members or the community a short financial report.',
            ],
          },
        },
        {
          description: {
            id: 'Hampir semua kegiatan selesai tepat waktu dan sesuai anggaran. Organisasi membandingkan biaya dengan hasil dan terus mencari cara yang lebih hemat tanpa menurunkan mutu.',
            en: 'Nearly all activities are finished on time and within budget. The organisation compares cost with results and keeps looking for cheaper ways without lowering quality.',
          },
          nextSteps: {
            id: ['Bagikan kepada jaringan cara kerja yang terbukti menghemat waktu atau biaya.'],
            en: ['Share with the network the ways of working that have saved time or cost.'],
          },
        },
      ],
      evidence: {
        id: [
          'Rencana kerja dan anggaran',
          'Tabel rencana dan pelaksanaan kegiatan serta anggaran',
          'Laporan keuangan',
          'Notulen rapat pemantauan',
        ],
        en: [
          'Workplan and budget',
          'Table of activities and spending, planned and actual',
          'Financial reports',
          'Minutes of progress meetings',
        ],
      },
    },
    reach: {
      kind: 'level',
      section: 'efficiency',
      subdomain: 'reach',
      label: {
        id: 'Seberapa jauh layanan menjangkau kelompok yang dituju, termasuk yang paling sulit dijangkau?',
        en: 'How far do services reach the intended groups, including those hardest to reach?',
      },
      name: { id: 'Jangkauan', en: 'Reach' },
      required: true,
      levels: [
        {
          description: {
            id: 'Organisasi belum menentukan siapa yang harus dijangkau dan berapa jumlahnya. Kebanyakan peserta adalah orang yang mudah dihubungi.',
            en: 'The organisation has not decided who should be reached and how many. Most participants are people who are easy to contact.',
          },
          nextSteps: {
            id: [
              'Tentukan kelompok dan wilayah sasaran, dan perkirakan jumlah orangnya.',
              'Pakai daftar hadir yang mencatat jenis kelamin, usia, dan kebutuhan akses, misalnya kursi roda atau juru bahasa isyarat.',
            ],
            en: [
              'Decide the target groups and areas, and estimate the number of people.',
              'Use an attendance list that records sex, age and access needs, such as a wheelchair or a sign-language interpreter.',
            ],
          },
        },
        {
          description: {
            id: 'Kelompok dan wilayah sasaran sudah ditentukan, dan peserta dicatat. Organisasi belum tahu siapa yang belum terjangkau dan apa sebabnya.',
            en: 'Target groups and areas are set, and participants are recorded. The organisation does not yet know who is being missed and why.',
          },
          nextSteps: {
            id: [
              'Bandingkan data peserta dengan perkiraan jumlah sasaran untuk melihat siapa yang tertinggal.',
              'Tanyakan hambatannya langsung kepada kelompok yang jarang hadir.',
            ],
            en: [
              'Compare participant data with the estimated target group to see who is left out.',
              'Ask the groups who rarely attend what stands in their way.',
            ],
          },
        },
        {
          description: {
            id: 'Jumlah orang yang dijangkau bertambah sesuai target. Data menunjukkan siapa yang tertinggal, dan ada upaya khusus untuk melayani mereka.',
            en: 'The number of people reached grows in line with targets. Data show who is left behind, and there are special efforts to serve them.',
          },
          nextSteps: {
            id: [
              'Anggarkan dukungan agar semua dapat ikut, seperti juru bahasa isyarat, pendamping, dan transportasi.',
              'Ajak mitra atau pemerintah daerah meneruskan layanan di wilayah baru.',
            ],
            en: [
              'Budget for support that lets everyone take part, such as sign-language interpreters, companions and transport.',
              'Ask partners or local government to carry the service into new areas.',
            ],
          },
        },
        {
          description: {
            id: 'Jangkauan terus meluas bersama mitra atau pemerintah. Kelompok yang paling sulit dijangkau ikut terlayani. Hambatan mereka sudah dipikirkan sejak rencana disusun.',
            en: 'Reach keeps growing together with partners or government. The groups hardest to reach are served. Their barriers are thought of from the time plans are made.',
          },
          nextSteps: {
            id: [
              'Catat dan sebarkan cara menjangkau kelompok yang paling sulit dijangkau agar dapat ditiru.',
            ],
            en: [
              'Write down and share how the hardest-to-reach groups were reached, so that others can do the same.',
            ],
          },
        },
      ],
      evidence: {
        id: [
          'Data warga yang dilayani menurut jenis kelamin, usia, dan disabilitas',
          'Peta atau daftar wilayah layanan',
          'Daftar hadir kegiatan',
          'Catatan dukungan akses yang disediakan',
        ],
        en: [
          'Data on the people served by sex, age and disability',
          'Map or list of service areas',
          'Attendance lists',
          'Record of access support provided',
        ],
      },
    },
    target_population: {
      kind: 'level',
      section: 'relevance',
      subdomain: 'target_population',
      label: {
        id: 'Seberapa besar peran warga yang dilayani dalam menentukan arah dan menilai kerja organisasi?',
        en: 'How large a part do the people served play in setting the organisation’s direction and judging its work?',
      },
      name: { id: 'Kelompok sasaran', en: 'Target population' },
      required: true,
      levels: [
        {
          description: {
            id: 'Program disusun oleh pengurus sendiri atau mengikuti permintaan pemberi dana. Warga yang dilayani hanya menjadi peserta.',
            en: 'Programmes are designed by the board alone or follow a funder’s wishes. The people served are only participants.',
          },
          nextSteps: {
            id: [
              'Adakan satu pertemuan untuk mendengar kebutuhan warga sebelum menyusun rencana berikutnya.',
              'Pastikan perempuan dan penyandang disabilitas hadir dan dapat berbicara.',
            ],
            en: [
              'Hold one meeting to hear people’s needs before drawing up the next plan.',
              'Make sure women and persons with disabilities are there and able to speak.',
            ],
          },
        },
        {
          description: {
            id: 'Warga yang dilayani kadang dimintai pendapat, tetapi belum teratur. Belum jelas apakah pendapat mereka memengaruhi keputusan.',
            en: 'The people served are sometimes asked for their views, but not regularly. It is unclear whether their views affect decisions.',
          },
          nextSteps: {
            id: [
              'Sediakan cara yang mudah untuk menyampaikan saran dan keluhan, lalu catat jawabannya.',
              'Sampaikan kepada warga apa yang berubah karena pendapat mereka.',
            ],
            en: [
              'Offer an easy way to make suggestions and complaints, and record the answers.',
              'Tell people what changed because of their views.',
            ],
          },
        },
        {
          description: {
            id: 'Wakil warga yang dilayani, termasuk perempuan dan penyandang disabilitas, ikut merencanakan dan menilai program. Saran dan keluhan dicatat dan dijawab.',
            en: 'Representatives of the people served, including women and persons with disabilities, help plan and judge the programmes. Suggestions and complaints are recorded and answered.',
          },
          nextSteps: {
            id: ['Beri tempat bagi wakil warga yang dilayani dalam rapat yang mengambil keputusan.'],
            en: ['Give representatives of the people served a seat in the meetings that decide.'],
          },
        },
        {
          description: {
            id: 'Warga yang dilayani ikut memutuskan dan memimpin sebagian kegiatan. Organisasi melaporkan kerjanya kepada mereka dengan cara yang mudah dipahami.',
            en: 'The people served share in decisions and lead some of the activities. The organisation reports to them on its work in a way that is easy to understand.',
          },
          nextSteps: {
            id: ['Siapkan orang dari kelompok yang dilayani untuk kelak memimpin organisasi.'],
            en: ['Prepare people from the groups served to lead the organisation one day.'],
          },
        },
      ],
      evidence: {
        id: [
          'Notulen dan daftar hadir pertemuan warga',
          'Catatan saran, keluhan, dan jawabannya',
          'Hasil kajian kebutuhan warga',
          'SK pengurus yang memuat wakil warga yang dilayani',
        ],
        en: [
          'Minutes and attendance lists of community meetings',
          'Record of suggestions, complaints and answers',
          'Study of people’s needs',
          'Decree on the board showing members from the people served',
        ],
      },
    },
    learning: {
      kind: 'level',
      section: 'relevance',
      subdomain: 'learning',
      label: {
        id: 'Apakah organisasi belajar dari pengalaman lalu mengubah cara kerjanya?',
        en: 'Does the organisation learn from experience and change how it works?',
      },
      name: { id: 'Pembelajaran', en: 'Learning' },
      required: true,
      levels: [
        {
          description: {
            id: 'Pengalaman hanya dibicarakan dan tidak dicatat. Kesalahan yang sama sering terulang.',
            en: 'Experience is only talked about and not written down. The same mistakes often come back.',
          },
          nextSteps: {
            id: [
              'Akhiri setiap kegiatan dengan tiga pertanyaan: apa yang berjalan baik, apa yang tidak, dan apa yang akan diubah.',
              'Simpan jawabannya di satu tempat yang dapat dibuka semua pengurus.',
            ],
            en: [
              'End each activity with three questions: what went well, what did not, and what will change.',
              'Keep the answers in one place all board members can open.',
            ],
          },
        },
        {
          description: {
            id: 'Sebagian kegiatan dievaluasi dan ada catatannya. Catatan itu jarang dipakai ketika menyusun rencana.',
            en: 'Some activities are reviewed and there are notes. The notes are seldom used when plans are made.',
          },
          nextSteps: {
            id: [
              'Baca lagi catatan itu bersama-sama setiap kali mengisi penilaian IKO.',
              'Tulis dalam setiap rencana baru pelajaran apa yang menjadi alasannya.',
            ],
            en: [
              'Read the notes again together each time you fill in the IKO assessment.',
              'Write in each new plan which lesson led to it.',
            ],
          },
        },
        {
          description: {
            id: 'Organisasi meninjau pengalamannya secara teratur dan mencatat pelajarannya. Organisasi dapat menunjukkan pelajaran mana yang mengubah rencananya.',
            en: 'The organisation reviews its experience regularly and records the lessons. It can show which lessons changed its plans.',
          },
          nextSteps: {
            id: [
              'Bagikan pelajaran penting, termasuk kegagalan, dalam pertemuan rutin jaringan.',
              'Coba satu cara kerja baru dalam skala kecil dan ukur hasilnya.',
            ],
            en: [
              'Share important lessons, including failures, at the network’s regular meeting.',
              'Try one new way of working on a small scale and measure the result.',
            ],
          },
        },
        {
          description: {
            id: 'Belajar sudah menjadi kebiasaan semua orang di organisasi. Data dan pengalaman dipakai untuk mencoba cara baru. Organisasi lain ikut memakai hasilnya.',
            en: 'Learning is a habit of everyone in the organisation. Data and experience are used to try new ways. Other organisations use the results too.',
          },
          nextSteps: {
            id: ['Jadilah narasumber di simpul belajar untuk tema yang paling Anda kuasai.'],
            en: ['Be a resource for the learning forum on the theme you know best.'],
          },
        },
      ],
      evidence: {
        id: [
          'Notulen atau catatan evaluasi',
          'Rencana kerja lama dan baru untuk dibandingkan',
          'Catatan keberhasilan dan kegagalan',
          'Bahan yang dibagikan kepada jaringan',
        ],
        en: [
          'Minutes or notes of reviews',
          'Old and new workplans for comparison',
          'Notes on successes and failures',
          'Material shared with the network',
        ],
      },
    },
    resources: {
      kind: 'level',
      section: 'sustainability',
      subdomain: 'resources',
      label: {
        id: 'Seberapa beragam dan terjamin sumber daya organisasi: uang, orang, barang, dan jasa?',
        en: 'How varied and how secure are the organisation’s resources: money, people, goods and services?',
      },
      name: { id: 'Sumber daya', en: 'Resources' },
      required: true,
      levels: [
        {
          description: {
            id: 'Organisasi bergantung pada satu sumber atau bantuan sekali saja. Belum jelas dari mana biaya kerja tahun depan.',
            en: 'The organisation depends on one source or on one-off help. It is unclear how next year’s work will be paid for.',
          },
          nextSteps: {
            id: [
              'Buat daftar semua sumber daya yang dipakai, termasuk tenaga relawan dan barang pinjaman.',
              'Hitung kebutuhan pokok organisasi untuk satu tahun.',
            ],
            en: [
              'List all the resources in use, including volunteer time and borrowed goods.',
              'Work out the organisation’s basic needs for one year.',
            ],
          },
        },
        {
          description: {
            id: 'Ada lebih dari satu sumber, misalnya iuran, sumbangan, atau hibah. Sebagian besar masih dari satu sumber. Rencana mencari sumber daya belum ditulis.',
            en: 'There is more than one source, such as dues, donations or grants. Most still comes from one source. There is no written plan for finding resources.',
          },
          nextSteps: {
            id: [
              'Tulis rencana mencari sumber daya: target, penanggung jawab, dan batas waktu.',
              'Cari dukungan setempat, misalnya dana desa, anggaran daerah (APBD), pengusaha setempat, atau zakat dan sedekah.',
            ],
            en: [
              'Write a plan for finding resources: targets, people responsible and deadlines.',
              'Look for local support, such as village funds, the local government budget, local businesses, or zakat and alms.',
            ],
          },
        },
        {
          description: {
            id: 'Rencana mencari sumber daya sudah ditulis dan dijalankan. Kebutuhan pokok untuk setahun ke depan terpenuhi dari beberapa sumber, termasuk dukungan setempat.',
            en: 'A plan for finding resources is written and carried out. Basic needs for the coming year are met from several sources, including local support.',
          },
          nextSteps: {
            id: [
              'Sisihkan dana cadangan secara teratur, dan tulis aturan pemakaiannya.',
              'Buka laporan keuangan kepada umum agar organisasi makin dipercaya.',
            ],
            en: [
              'Set aside a reserve regularly, and write the rules for using it.',
              'Open the financial report to the public so that trust in the organisation grows.',
            ],
          },
        },
        {
          description: {
            id: 'Sumber daya beragam dan berjangka panjang. Ada dana cadangan atau usaha milik organisasi. Bila satu pendukung berhenti, layanan utama tetap berjalan.',
            en: 'Resources are varied and long-term. There is a reserve, or a business the organisation owns. If one supporter stops, the main services go on.',
          },
          nextSteps: {
            id: [
              'Dampingi organisasi lain dalam jaringan mencari sumber daya, atau ajukan permohonan dana bersama.',
            ],
            en: [
              'Coach other organisations in the network in finding resources, or apply for funding together.',
            ],
          },
        },
      ],
      evidence: {
        id: [
          'Laporan keuangan menurut sumber dana',
          'Rencana mencari sumber daya',
          'Perjanjian hibah atau dukungan',
          'Catatan tenaga relawan dan sumbangan barang',
        ],
        en: [
          'Financial report by source of funds',
          'Plan for finding resources',
          'Grant or support agreements',
          'Record of volunteer time and gifts of goods',
        ],
      },
    },
    social_capital: {
      kind: 'level',
      section: 'sustainability',
      subdomain: 'social_capital',
      label: {
        id: 'Seberapa kuat kepercayaan dan kerja sama organisasi dengan warga, organisasi lain, dan pemerintah?',
        en: 'How strong are the organisation’s trust and cooperation with the community, other organisations and government?',
      },
      name: { id: 'Modal sosial', en: 'Social capital' },
      required: true,
      levels: [
        {
          description: {
            id: 'Organisasi bekerja sendiri. Hubungan dengan pihak lain bergantung pada orang tertentu dan putus ketika orang itu pergi.',
            en: 'The organisation works alone. Ties with others depend on particular people and break when they leave.',
          },
          nextSteps: {
            id: [
              'Buat daftar pihak yang penting bagi organisasi dan siapa yang mengenal mereka.',
              'Hadiri pertemuan jaringan secara teratur.',
            ],
            en: [
              'Make a list of the parties that matter to the organisation and who knows them.',
              'Attend the network’s meetings regularly.',
            ],
          },
        },
        {
          description: {
            id: 'Organisasi ikut pertemuan jaringan dan mengenal pihak yang terkait. Kerja sama masih sesekali dan jarang ditulis.',
            en: 'The organisation joins network meetings and knows the parties concerned. Cooperation is still occasional and seldom in writing.',
          },
          nextSteps: {
            id: [
              'Pilih satu kerja sama yang sudah berjalan, lalu buat kesepakatan tertulis.',
              'Simpan kontak mitra atas nama organisasi, bukan pribadi.',
            ],
            en: [
              'Choose one cooperation already under way and put it in a written agreement.',
              'Keep partner contacts in the organisation’s name, not a person’s.',
            ],
          },
        },
        {
          description: {
            id: 'Organisasi aktif dalam jaringan dan punya kerja sama tertulis. Data, tenaga, atau dana dibagi untuk tujuan bersama.',
            en: 'The organisation is active in networks and has written cooperation. Data, people or money are shared for common goals.',
          },
          nextSteps: {
            id: [
              'Ambil tugas mengoordinasi satu kegiatan bersama dalam jaringan.',
              'Tinjau manfaat kerja sama bersama mitra sedikitnya setahun sekali.',
            ],
            en: [
              'Take on coordinating one joint activity in the network.',
              'Review the benefits of cooperation with partners at least once a year.',
            ],
          },
        },
        {
          description: {
            id: 'Organisasi menjadi tempat bertanya dan penggerak bagi yang lain. Organisasi menghubungkan banyak pihak, membantu organisasi lain tumbuh, dan dipercaya menyuarakan kepentingan bersama.',
            en: 'Others turn to the organisation for advice and follow its lead. It links many parties, helps other organisations grow and is trusted to voice shared interests.',
          },
          nextSteps: {
            id: [
              'Siapkan pengganti dalam tugas koordinasi agar jaringan tidak bergantung pada satu organisasi.',
            ],
            en: [
              'Prepare successors for coordination so that the network does not depend on one organisation.',
            ],
          },
        },
      ],
      evidence: {
        id: [
          'Nota kesepahaman (MoU) atau surat kerja sama',
          'Daftar jaringan yang diikuti',
          'Notulen kegiatan bersama',
          'Surat yang meminta organisasi menjadi narasumber atau rujukan',
        ],
        en: [
          'Memorandum of understanding (MoU) or letter of cooperation',
          'List of networks joined',
          'Minutes of joint activities',
          'Letters asking the organisation to speak or advise',
        ],
      },
    },
    adaptive_capacity: {
      kind: 'level',
      section: 'resilience',
      subdomain: 'adaptive_capacity',
      label: {
        id: 'Seberapa siap organisasi menghadapi tekanan, krisis, dan perubahan mendadak?',
        en: 'How ready is the organisation for pressure, crisis and sudden change?',
      },
      name: { id: 'Daya adaptasi', en: 'Adaptive capacity' },
      required: true,
      levels: [
        {
          description: {
            id: 'Organisasi belum pernah membahas risiko. Ketika terjadi bencana, dana berhenti, atau pengurus mundur, kegiatan ikut berhenti.',
            en: 'The organisation has never discussed risks. When there is a disaster, funding stops or board members resign, the activities stop too.',
          },
          nextSteps: {
            id: [
              'Tulis lima risiko terbesar dan siapa yang bertanggung jawab atas masing-masing.',
              'Simpan salinan dokumen penting di dua tempat yang aman.',
            ],
            en: [
              'Write down the five biggest risks and who is responsible for each.',
              'Keep copies of important documents in two safe places.',
            ],
          },
        },
        {
          description: {
            id: 'Organisasi sudah mengenali risiko utamanya. Cara mencegahnya, pengganti pengurus, dan salinan data belum disiapkan.',
            en: 'The organisation knows its main risks. Ways to prevent them, deputies for the board and copies of data are not yet in place.',
          },
          nextSteps: {
            id: [
              'Tunjuk pengganti untuk ketua, bendahara, dan pemegang data.',
              'Susun rencana singkat agar layanan utama tetap berjalan selama satu bulan krisis.',
            ],
            en: [
              'Name a deputy for the chair, the treasurer and the keeper of the data.',
              'Draw up a short plan to keep the main services going through one month of crisis.',
            ],
          },
        },
        {
          description: {
            id: 'Ada rencana menghadapi risiko, termasuk pengganti pengurus, keamanan data, dan keselamatan orang. Rencana itu dipakai dan diperbarui setiap tahun.',
            en: 'There is a plan for facing risks, including deputies for the board, data security and people’s safety. The plan is used and updated every year.',
          },
          nextSteps: {
            id: [
              'Adakan latihan menghadapi satu contoh krisis bersama pengurus dan relawan, lalu perbaiki rencananya.',
            ],
            en: ['Practise one example of a crisis with board and volunteers, then improve the plan.'],
          },
        },
        {
          description: {
            id: 'Organisasi mengamati perubahan di sekitarnya dan cepat menyesuaikan diri. Layanannya terbukti tetap berjalan saat krisis. Organisasi juga membantu organisasi lain bertahan.',
            en: 'The organisation watches changes around it and adjusts quickly. Its services have gone on during a crisis. It also helps other organisations to hold out.',
          },
          nextSteps: {
            id: ['Sepakati dengan jaringan cara saling membantu saat krisis.'],
            en: ['Agree with the network how to help each other in a crisis.'],
          },
        },
      ],
      evidence: {
        id: [
          'Daftar risiko dan rencana menghadapinya',
          'SK atau catatan penunjukan pengganti',
          'Catatan penanganan krisis yang pernah terjadi',
          'Aturan keamanan data',
        ],
        en: [
          'List of risks and the plan for facing them',
          'Decree or note naming deputies',
          'Record of how a past crisis was handled',
          'Rules on data security',
        ],
      },
    },
    influence: {
      kind: 'level',
      section: 'resilience',
      subdomain: 'influence',
      label: {
        id: 'Seberapa mampu organisasi memengaruhi kebijakan, anggaran, atau layanan publik bagi kelompok yang diperjuangkannya?',
        en: 'How able is the organisation to influence policies, budgets or public services for the group it stands up for?',
      },
      name: { id: 'Daya pengaruh', en: 'Influence' },
      required: true,
      levels: [
        {
          description: {
            id: 'Organisasi hanya mengikuti keputusan pihak lain. Pengurus belum sepakat tentang isu (masalah) yang akan diperjuangkan.',
            en: 'The organisation only follows what others decide. The board has not agreed which issue to work for.',
          },
          nextSteps: {
            id: [
              'Pilih satu isu bersama warga dan tulis perubahan yang diminta.',
              'Cari tahu siapa yang berwenang memutuskan isu itu.',
            ],
            en: [
              'Choose one issue together with the community and write down the change you ask for.',
              'Find out who has the power to decide on it.',
            ],
          },
        },
        {
          description: {
            id: 'Organisasi sudah menyampaikan isu dan permintaannya dalam pertemuan atau media. Data pendukung dan rencana advokasi (rencana memperjuangkan isu) belum ada.',
            en: 'The organisation has raised its issue and request in meetings or the media. There are no supporting data and no advocacy plan (plan to work for the issue) yet.',
          },
          nextSteps: {
            id: [
              'Kumpulkan data atau cerita warga yang memperkuat permintaan, dengan izin mereka.',
              'Susun rencana advokasi: tujuan, sasaran, pesan, kegiatan, penanggung jawab, dan jadwal.',
            ],
            en: [
              'Gather data or people’s stories that support the request, with their permission.',
              'Draw up an advocacy plan: goal, targets, messages, activities, people responsible and timetable.',
            ],
          },
        },
        {
          description: {
            id: 'Bersama jaringan, organisasi menjalankan rencana advokasi yang didukung data. Hasil awalnya tampak dalam kebijakan, anggaran, atau layanan publik.',
            en: 'With the network, the organisation carries out an advocacy plan supported by data. First results can be seen in a policy, a budget or a public service.',
          },
          nextSteps: {
            id: [
              'Pantau pelaksanaan kebijakan yang didorong, dan umumkan hasilnya.',
              'Siapkan juru bicara dari kelompok yang mengalami sendiri masalahnya.',
            ],
            en: [
              'Follow how the policy you pushed for is carried out, and publish what you find.',
              'Prepare spokespersons from the group that lives with the problem.',
            ],
          },
        },
        {
          description: {
            id: 'Pengambil keputusan secara teratur meminta pendapat organisasi. Beberapa usul organisasi sudah terlaksana dan terus dipantau. Organisasi ikut menjaga kebebasan warga untuk berkumpul dan berpendapat.',
            en: 'Decision-makers regularly ask for the organisation’s views. Several of its proposals have been carried out and are still followed. It helps protect people’s freedom to meet and to speak.',
          },
          nextSteps: {
            id: [
              'Bimbing organisasi lain dalam jaringan yang baru mulai beradvokasi.',
              'Tulis bagaimana kebijakan itu dapat berubah, sebagai bahan belajar bersama.',
            ],
            en: [
              'Mentor other organisations in the network that are new to advocacy.',
              'Write down how the policy came to change, as material to learn from together.',
            ],
          },
        },
      ],
      evidence: {
        id: [
          'Rencana advokasi',
          'Ringkasan usul, surat, atau bahan pertemuan dengan pejabat (audiensi)',
          'Kebijakan atau dokumen anggaran yang memuat usul organisasi',
          'Berita di media dan undangan untuk memberi pendapat',
        ],
        en: [
          'Advocacy plan',
          'Summary of the proposal, letters, or papers for a meeting with officials',
          'Policy or budget document that contains the organisation’s proposal',
          'News reports and invitations to give views',
        ],
      },
    },
  },
})
