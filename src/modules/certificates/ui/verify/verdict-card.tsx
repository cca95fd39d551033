/* The answer, big: icon, word, number, why, and what to do now. The word takes the focus, so that it is read aloud first. */
import { useEffect, useRef } from 'react'
import { dateText } from '../../../../kernel/phrase.ts'
import { type Translate, useWords, wordOr } from '../../../../app/words.ts'
import type { Reason, Verification } from '../../domain/verify.ts'
import { misreadLook, stolenLook, verdictLooks } from './verdict-look.ts'

/** A blank that a mail swallowed or a smudge breaks the code just as a forger does: first read again, accuse nobody. */
const isMisread = ({ reasons }: Verification): boolean => reasons.some((reason) => reason.code === 'damaged-code')

const isOfStolenKey = ({ reasons }: Verification): boolean => reasons.some((reason) => reason.code === 'key-revoked')

/** Reasons about the lists stand beside the card, with the button that renews them. */
const aboutLists = ['not-revoked-as-of', 'not-checked-for-revocation', 'revocation-list-is-old', 'key-list-is-old']

export function VerdictCard({ answer }: { readonly answer: Verification }) {
  const { t } = useWords()
  const { verdict, facts, reasons } = answer
  const misread = isMisread(answer)
  const stolen = isOfStolenKey(answer)
  const { tone, icon } = misread ? misreadLook : stolen ? stolenLook : verdictLooks[verdict]
  const special = misread ? 'misread' : stolen ? 'key-stolen' : null
  const word = useRef<HTMLHeadingElement>(null)
  useEffect(() => word.current?.focus(), [answer])
  return (
    <section className={`verdict ${tone}`} aria-live="assertive" data-verdict={verdict}>
      <h2 className="word" ref={word} tabIndex={-1}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d={icon} />
        </svg>
        {t(special === null ? `verdict.${verdict}` : `verify-page.${special}`)}
      </h2>
      {facts && (
        <p className="number">
          {t('verify-page.certificate')} <b>{facts.number}</b>
        </p>
      )}
      {facts && (
        <p className="small">{t('verify-page.validity', { issuedOn: dateText(facts.issuedOn), expiresOn: dateText(facts.expiresOn) })}</p>
      )}
      {reasons
        .filter((reason) => !aboutLists.includes(reason.code))
        .map((reason) => (
          <p key={reason.code} className="small">
            {reasonText(t, reason)}
          </p>
        ))}
      <p>
        <b>{t('verify-page.do')}</b> {t(`verify-page.do.${special ?? verdict}`)}
      </p>
    </section>
  )
}

/** Who signed is said in our own short words: what to do stands right beneath. */
const reasonText = (t: Translate, { code, facts }: Reason): string =>
  code === 'signed-by' ? t('verify-page.signed-by', facts) : wordOr(`verify.${code}`, code, facts)
