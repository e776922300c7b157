// Text that people read, in every language of the deployment, so that a missing translation does not compile.

/** The languages of the deployment, as BCP 47 tags; the first is the one shown unless another is asked for. */
export const LOCALES = ['id', 'en'] as const

/** One of the deployment's languages. */
export type Locale = (typeof LOCALES)[number]

/** One string in every language. */
export type Text = Readonly<Record<Locale, string>>

/** A list of strings in every language, e.g. next steps. */
export type Texts = Readonly<Record<Locale, readonly string[]>>

/** Tells whether a string from outside (a query, a column) names one of our languages. */
export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value)
