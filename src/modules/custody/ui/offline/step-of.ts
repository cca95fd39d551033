/* Which commands about bags a telephone keeps for later, and what each is. */
export const TAKEN = /^\/api\/(?:bags|lots\/([0-9a-f-]{36})\/(corrections|withdrawals))$/

export const stepOf = (path: string): 'bag' | 'corrections' | 'withdrawals' => {
  const step = TAKEN.exec(path)?.[2]
  return step === 'corrections' || step === 'withdrawals' ? step : 'bag'
}
