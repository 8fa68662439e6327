/** The direction a language is written in. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|arc|ckb|dv|fa|he|iw|ks|nqo|pnb|ps|sd|syr|ug|ur|yi)(?=-|$)(?!-(?:cyrl|deva|latn))|-(arab|hebr)/i.test(language)
    ? 'rtl'
    : 'ltr';
}
