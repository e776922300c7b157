// The registration of an organisation with a network: only what a network needs to know and to reach it.
import { defineForm } from '../src/core/form/form.ts'

/** Version 1. It rests on the network's legitimate interest; the three consents stand apart from it. */
export const registration = defineForm({
  id: 'registration',
  version: 1,
  title: { id: 'Pendaftaran organisasi', en: 'Register an organisation' },
  intro: {
    id: 'Daftarkan organisasi Anda sebagai bagian dari jaringan. Cukup satu orang yang mengisi, asalkan boleh mewakili organisasi. Waktunya sekitar sepuluh menit. Anda tidak perlu mengunggah KTP atau surat apa pun.',
    en: 'Register your organisation as part of the network. One person who may speak for the organisation is enough. It takes about ten minutes. You do not need to upload an identity card or any other paper.',
  },
  afterwards: {
    id: 'Koordinator jaringan membaca pendaftaran ini dan menghubungi Anda bila ada yang perlu ditanyakan. Bila ada isian yang perlu diperbaiki, buka tanda terima dan pilih “Perbaiki jawaban” selama formulir masih dibuka. Sesudah itu, hubungi jaringan dan sebutkan kode jawaban ini.',
    en: 'The network’s coordinator reads this registration and contacts you if anything is unclear. If an answer needs correcting, open the receipt and choose “Correct your answers” as long as the form is open. After that, contact the network and mention the code of these answers.',
  },
  noticeVersion: '1',
  notice: {
    id: [
      'Yang mengumpulkan data ini adalah jaringan yang membuka pendaftaran ini.',
      'Untuk apa: mengenal organisasi Anda, menghubungi Anda, dan menghitung jumlah organisasi menurut daerah dan tema. Data pribadi yang diminta hanya nama, jabatan, nomor WhatsApp, dan surel satu orang.',
      'Dasarnya: kepentingan yang sah dari jaringan untuk mengenal dan menghubungi anggotanya, bukan persetujuan. Lihat Undang-Undang Nomor 27 Tahun 2022, pasal 20. Persetujuan Anda hanya diminta untuk tiga hal di bagian akhir. Anda boleh menolaknya dan tetap dapat mendaftar.',
      'Siapa yang melihat: koordinator jaringan. Pihak lain hanya melihat jumlah, kecuali bila Anda menyetujui lebih dari itu.',
      'Di mana dan berapa lama: data disimpan di komputer (server) milik perusahaan Cloudflare di luar negeri. Data orang yang dapat dihubungi disimpan selama organisasi menjadi bagian dari jaringan dan 12 bulan sesudahnya.',
      'Hak Anda: meminta data Anda diperlihatkan, disalin, diperbaiki, dibatasi pemakaiannya, atau dihapus. Anda juga boleh berkeberatan dan menarik persetujuan. Balas surel dari jaringan, atau hubungi koordinatornya. Permintaan Anda dijawab paling lambat 72 jam (tiga hari).',
    ].join('\n\n'),
    en: [
      'These data are collected by the network that opened this registration.',
      'What for: to know your organisation, to contact you, and to count organisations by area and theme. The only personal data asked for are the name, role, WhatsApp number and e-mail address of one person.',
      'On what ground: the network’s legitimate interest in knowing and reaching its members, not consent. See Law 27 of 2022, article 20. Consent is asked only for three things in the last section. You may refuse them and still register.',
      'Who sees them: the network’s coordinators. Others see only totals, unless you consent to more.',
      'Where and how long: the data are stored abroad, on computers (servers) of the company Cloudflare. The contact person’s data are kept while the organisation is part of the network and for 12 months after that.',
      'Your rights: to ask that your data be shown to you, copied, corrected, restricted in use or erased. You may also object and withdraw consent. Reply to an e-mail from the network, or contact its coordinator. Your request is answered within 72 hours (three days).',
    ].join('\n\n'),
  },
  respondent: { organisation: 'organisation', district: 'district', email: 'email', whatsapp: 'whatsapp' },
  sections: {
    organisation: { title: { id: 'Organisasi Anda', en: 'Your organisation' } },
    work: { title: { id: 'Kegiatan organisasi', en: 'What the organisation does' } },
    contact: {
      title: { id: 'Orang yang dapat dihubungi', en: 'Contact person' },
      intro: {
        id: 'Pilih satu orang yang biasa membaca pesan untuk organisasi. Tulis sedikitnya nomor WhatsApp atau alamat surelnya.',
        en: 'Choose one person who usually reads messages for the organisation. Give at least a WhatsApp number or an e-mail address.',
      },
    },
    consent: {
      title: { id: 'Persetujuan Anda', en: 'Your consent' },
      intro: {
        id: 'Centang hanya yang Anda setujui. Bila tidak ada yang dicentang, pendaftaran tetap diterima. Anda boleh menarik persetujuan kapan saja dengan menghubungi jaringan.',
        en: 'Tick only what you agree to. If you tick nothing, the registration is still accepted. You may withdraw consent at any time by contacting the network.',
      },
    },
  },
  questions: {
    organisation: {
      kind: 'text',
      section: 'organisation',
      label: { id: 'Nama organisasi', en: 'Name of the organisation' },
      hint: {
        id: 'Tulis nama lengkap seperti pada akta, surat keputusan, atau kop surat. Bila tidak ada, tulis nama yang biasa dipakai.',
        en: 'Write the full name as on the deed, the decree or the letterhead. If there is none, write the name in common use.',
      },
      required: true,
      max: 200,
      autocomplete: 'organization',
    },
    short_name: {
      kind: 'text',
      section: 'organisation',
      label: { id: 'Singkatan atau nama lain', en: 'Short name or other names' },
      hint: {
        id: 'Bila lebih dari satu, pisahkan dengan koma.',
        en: 'If there is more than one, separate them with commas.',
      },
      max: 200,
    },
    district: {
      kind: 'select',
      section: 'organisation',
      label: { id: 'Kabupaten atau kota', en: 'District or city' },
      hint: {
        id: 'Pilih tempat sekretariat, atau tempat organisasi biasa berkumpul.',
        en: 'Choose where the organisation has its office, or where it usually meets.',
      },
      choices: 'districts',
      required: true,
    },
    legal_form: {
      kind: 'choice',
      section: 'organisation',
      label: { id: 'Bentuk organisasi', en: 'Legal form' },
      hint: {
        id: 'Semua bentuk boleh mendaftar. Bila Anda ragu, pilih “Bentuk lain atau belum tahu”.',
        en: 'Every form may register. If you are not sure, choose “Another form, or not sure”.',
      },
      choices: {
        foundation: { id: 'Yayasan', en: 'Foundation (yayasan)' },
        association: { id: 'Perkumpulan berbadan hukum', en: 'Incorporated association (perkumpulan)' },
        registered: {
          id: 'Ormas yang punya Surat Keterangan Terdaftar (SKT)',
          en: 'Community organisation (ormas) with a registration certificate (SKT)',
        },
        community: {
          id: 'Komunitas atau kelompok yang belum terdaftar',
          en: 'Community or group that is not registered',
        },
        branch: { id: 'Cabang dari organisasi lain', en: 'Branch of another organisation' },
        other: { id: 'Bentuk lain atau belum tahu', en: 'Another form, or not sure' },
      },
      required: true,
    },
    parent_organisation: {
      kind: 'text',
      section: 'organisation',
      label: { id: 'Nama organisasi induk', en: 'Name of the parent organisation' },
      hint: {
        id: 'Tulis nama organisasi yang cabangnya Anda daftarkan.',
        en: 'Write the name of the organisation whose branch you are registering.',
      },
      when: { question: 'legal_form', is: 'branch' },
      required: { question: 'legal_form', is: 'branch' },
      max: 200,
    },
    decree_number: {
      kind: 'text',
      section: 'organisation',
      label: { id: 'Nomor SK badan hukum atau SKT', en: 'Number of the decree or certificate' },
      hint: {
        id: 'Tulis persis seperti pada suratnya. Kosongkan bila surat itu sedang tidak Anda pegang.',
        en: 'Write it exactly as on the paper. Leave it empty if you do not have the paper with you.',
      },
      when: { question: 'legal_form', is: ['foundation', 'association', 'registered'] },
      max: 100,
    },
    network_role: {
      kind: 'choice',
      section: 'organisation',
      label: { id: 'Peran dalam jaringan', en: 'Role in the network' },
      hint: {
        id: 'Bila Anda tidak tahu, pilih “Anggota”.',
        en: 'If you do not know, choose “Member”.',
      },
      choices: {
        member: { id: 'Anggota', en: 'Member' },
        lead_partner: {
          id: 'Mitra utama di kabupaten atau kota',
          en: 'Lead partner in a district or city',
        },
        learning_forum: {
          id: 'Simpul belajar (forum belajar antarorganisasi)',
          en: 'Learning forum (a forum of several organisations)',
        },
        support_partner: {
          id: 'Mitra pendukung yang mendampingi jaringan',
          en: 'Support partner that accompanies the network',
        },
      },
      required: true,
    },
    forum_name: {
      kind: 'text',
      section: 'organisation',
      label: { id: 'Nama simpul belajar', en: 'Name of the learning forum' },
      hint: {
        id: 'Kosongkan bila sama dengan nama organisasi di atas.',
        en: 'Leave it empty if it is the same as the name of the organisation above.',
      },
      when: { question: 'network_role', is: 'learning_forum' },
      max: 200,
    },
    themes: {
      kind: 'choices',
      section: 'work',
      label: { id: 'Tema kerja', en: 'Themes of work' },
      hint: { id: 'Boleh memilih lebih dari satu.', en: 'You may choose more than one.' },
      choices: {
        budget_transparency: {
          id: 'Keterbukaan anggaran, termasuk dana desa',
          en: 'Open budgets, village funds included',
        },
        health: { id: 'Kesehatan', en: 'Health' },
        environment: { id: 'Lingkungan dan sampah', en: 'Environment and waste' },
        disability: { id: 'Hak penyandang disabilitas', en: 'Rights of persons with disabilities' },
        women_children: { id: 'Perempuan dan anak', en: 'Women and children' },
        education: { id: 'Pendidikan', en: 'Education' },
        civil_documents: {
          id: 'Dokumen kependudukan, misalnya KTP dan akta lahir',
          en: 'Civil documents, such as identity cards and birth certificates',
        },
        livelihoods: { id: 'Mata pencaharian dan usaha warga', en: 'Livelihoods and small business' },
        other: { id: 'Tema lain', en: 'Another theme' },
      },
      required: true,
    },
    themes_other: {
      kind: 'text',
      section: 'work',
      label: { id: 'Tema lain apa?', en: 'Which other theme?' },
      when: { question: 'themes', is: 'other' },
      required: { question: 'themes', is: 'other' },
      max: 200,
    },
    groups_served: {
      kind: 'choices',
      section: 'work',
      label: { id: 'Warga yang dilayani', en: 'People served' },
      hint: {
        id: 'Pilih kelompok yang paling sering Anda layani. Boleh memilih lebih dari satu.',
        en: 'Choose the groups you serve most often. You may choose more than one.',
      },
      choices: {
        women: { id: 'Perempuan', en: 'Women' },
        children: { id: 'Anak', en: 'Children' },
        youth: { id: 'Orang muda', en: 'Young people' },
        older_people: { id: 'Orang lanjut usia', en: 'Older people' },
        persons_with_disabilities: { id: 'Penyandang disabilitas', en: 'Persons with disabilities' },
        poor_families: { id: 'Keluarga miskin', en: 'Poor families' },
        workers: { id: 'Petani, nelayan, atau buruh', en: 'Farmers, fishers or labourers' },
        migrant_workers: { id: 'Pekerja migran dan keluarganya', en: 'Migrant workers and their families' },
        minorities: { id: 'Kelompok minoritas', en: 'Minority groups' },
        general_public: { id: 'Warga pada umumnya', en: 'The general public' },
        other: { id: 'Kelompok lain', en: 'Another group' },
      },
    },
    groups_served_other: {
      kind: 'text',
      section: 'work',
      label: { id: 'Kelompok lain apa?', en: 'Which other group?' },
      when: { question: 'groups_served', is: 'other' },
      required: { question: 'groups_served', is: 'other' },
      max: 200,
    },
    disability_organisation: {
      kind: 'choice',
      section: 'work',
      label: {
        id: 'Apakah ini organisasi penyandang disabilitas?',
        en: 'Is this an organisation of persons with disabilities?',
      },
      hint: {
        id: 'Jawab “Ya” bila sebagian besar pengurusnya penyandang disabilitas.',
        en: 'Answer “Yes” if most of its board are persons with disabilities.',
      },
      choices: { yes: { id: 'Ya', en: 'Yes' }, no: { id: 'Tidak', en: 'No' } },
    },
    profile: {
      kind: 'longText',
      section: 'work',
      label: { id: 'Profil singkat', en: 'Short profile' },
      hint: {
        id: 'Tulis tiga sampai lima kalimat: apa yang Anda kerjakan, di mana, dan sejak kapan. Jangan menyebut nama warga yang dilayani.',
        en: 'Write three to five sentences: what you do, where, and since when. Do not name the people you serve.',
      },
      max: 1000,
    },
    contact_name: {
      kind: 'text',
      section: 'contact',
      label: { id: 'Nama', en: 'Name' },
      name: { id: 'Nama orang yang dapat dihubungi', en: 'Name of the contact person' },
      required: true,
      data: 'personal',
      max: 200,
      autocomplete: 'name',
    },
    contact_role: {
      kind: 'text',
      section: 'contact',
      label: { id: 'Jabatan atau tugas', en: 'Position or task' },
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
      section: 'contact',
      label: { id: 'Nomor WhatsApp', en: 'WhatsApp number' },
      hint: { id: 'Misalnya 0812 3456 7890.', en: 'For example 0812 3456 7890.' },
      data: 'personal',
      autocomplete: 'tel',
    },
    email: {
      kind: 'email',
      section: 'contact',
      label: { id: 'Alamat surel (email)', en: 'E-mail address' },
      name: { id: 'Alamat surel', en: 'E-mail address' },
      required: { question: 'whatsapp', answered: false },
      data: 'personal',
      autocomplete: 'email',
    },
    consent_directory: {
      kind: 'consent',
      section: 'consent',
      purpose: 'directory',
      label: {
        id: 'Nama, jabatan, nomor WhatsApp, dan surel saya boleh dimuat dalam daftar kontak yang dibagikan kepada anggota jaringan.',
        en: 'My name, role, WhatsApp number and e-mail address may stand in a contact list shared with members of the network.',
      },
      name: { id: 'Daftar kontak jaringan', en: 'Contact list of the network' },
    },
    consent_donors: {
      kind: 'consent',
      section: 'consent',
      purpose: 'donors',
      label: {
        id: 'Nama, jabatan, nomor WhatsApp, dan surel saya boleh diberikan kepada pemberi dana jaringan.',
        en: 'My name, role, WhatsApp number and e-mail address may be given to those who fund the network.',
      },
      name: { id: 'Diberikan kepada pemberi dana', en: 'Given to funders' },
    },
    consent_photos: {
      kind: 'consent',
      section: 'consent',
      purpose: 'photos',
      label: {
        id: 'Foto saya dalam kegiatan jaringan boleh dipakai dalam laporan, situs web, dan media sosial jaringan.',
        en: 'Photos of me at network activities may be used in the network’s reports, website and social media.',
      },
      name: { id: 'Pemakaian foto', en: 'Use of photos' },
    },
  },
})
