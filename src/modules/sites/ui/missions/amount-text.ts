/* An amount of money as people read it: `1 550,50 USD`. */
export const amountText = ({ amount, currency }: { readonly amount: number; readonly currency: string }, language: 'fr' | 'en'): string =>
  `${amount.toLocaleString(language, { minimumFractionDigits: Number.isInteger(amount) ? 0 : 2, maximumFractionDigits: 2 })} ${currency}`
