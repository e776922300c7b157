// What people read where something sealed does not open any more, in Indonesian.

export const idSeals = {
  /** Above a form that goes on from a draft. */
  draft:
    'Sebagian isian Anda tersimpan tersandi dan tidak dapat dibuka lagi. Isian yang lain masih ada di bawah. Periksa pertanyaan yang kosong, isi lagi, lalu simpan atau kirim.',
  /** Above answers that were sent. */
  answers:
    'Sebagian jawaban ini tersimpan tersandi dan tidak dapat dibuka, jadi tidak termasuk di halaman ini. Jawaban yang lain tetap ada. Hubungi jaringan dan sebutkan kodenya.',
  /** Above the form in which answers are corrected. */
  correction:
    'Sebagian jawaban Anda tersimpan tersandi dan tidak dapat dibuka, jadi pertanyaannya kosong di bawah. Isi lagi sebelum mengirim perbaikan.',
  /** In place of a page that needs all answers. */
  title: 'Sebagian jawaban ini tidak dapat dibuka',
  text: 'Jawaban itu tersimpan tersandi dan tidak dapat dibuka, jadi tidak ada yang diubah dan tidak ada yang hilang. Hubungi jaringan Anda agar pengelola memeriksanya.',
}
