/* Phrase and pattern of the code that was read, to be held beside the sheet: computed here from the code, never taken from anywhere. */
import { useEffect, useState } from 'react'
import { Panel } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { utf8Bytes } from '../../domain/code/bytes.ts'
import { checkPhrase } from '../../domain/security/check-phrase.ts'
import { microPattern } from '../../domain/security/micro-pattern.ts'
import { browserCrypto } from '../browser-crypto.ts'

export function SecurityMarks({ code }: { readonly code: string }) {
  const { t, language } = useWords()
  const [hash, setHash] = useState<Uint8Array | null>(null)
  useEffect(() => {
    let wanted = true
    void browserCrypto.sha256(utf8Bytes(code.trim())).then((found) => wanted && setHash(found))
    return () => {
      wanted = false
    }
  }, [code])
  if (hash === null) return null
  const { lines, dots } = microPattern(hash)
  return (
    <Panel title={t('verify-page.marks')}>
      <p className="small">{t('verify-page.marks.explain')}</p>
      <div className="verify-marks">
        <svg viewBox="0 0 100 100" role="img" aria-label={t('verify-page.pattern')}>
          <g fill="none" stroke="currentColor" strokeWidth={0.35}>
            {lines.map((line) => (
              <path key={line} d={line} />
            ))}
          </g>
          {dots.map(({ x, y, isLarge }) => (
            <circle key={`${x} ${y}`} cx={x} cy={y} r={isLarge ? 2.1 : 0.7} fill="currentColor" />
          ))}
        </svg>
        <p className="verify-phrase">{checkPhrase(hash, language).join(' ')}</p>
      </div>
    </Panel>
  )
}
