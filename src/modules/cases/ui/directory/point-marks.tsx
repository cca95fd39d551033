/* What stands of a service in lists and on its page: freshness, whether one may refer there, who is received, in the reader's words. */
import { ageBandText } from '../coded-text.ts'
import { languageName } from '../languages.ts'
import { useWords } from '../../../../app/words.ts'
import type { ServicePointFacts, ServicePointLine } from '../../contract-directory.ts'

const tones = { fresh: 'good', amber: 'warn', hidden: 'bad', yes: 'good', caution: 'warn', no: 'bad' } as const
/** Word and shape, so that nobody needs the colour. */
const shapes = { good: '●', warn: '▲', bad: '■' } as const

export function FreshnessMark({ point }: { readonly point: Pick<ServicePointLine, 'freshness'> }) {
  const { t } = useWords()
  return (
    <span className="point-mark" data-tone={tones[point.freshness]}>
      <i aria-hidden="true">{shapes[tones[point.freshness]]}</i> {t(`directory.freshness.${point.freshness}`)}
    </span>
  )
}
export function SafeMark({ facts }: { readonly facts: Pick<ServicePointFacts, 'safeToRefer'> }) {
  const { t } = useWords()
  return (
    <span className="point-mark" data-tone={tones[facts.safeToRefer]}>
      <i aria-hidden="true">{shapes[tones[facts.safeToRefer]]}</i> {t(`directory.safe.${facts.safeToRefer}`)}
    </span>
  )
}
/** A telephone dials when it is touched. */
export function PhoneLink({ phone }: { readonly phone: string | null }) {
  const { t } = useWords()
  return phone === null ? (
    <>{t('directory.no-phone')}</>
  ) : (
    <a className="phone-link" href={`tel:${phone.replaceAll(/[^0-9+]/g, '')}`}>
      {phone}
    </a>
  )
}
export function useReceived() {
  const { t, language } = useWords()
  const listed = (some: readonly string[], none: string): string => (some.length === 0 ? none : some.join(', '))
  return {
    ageText: (band: string): string => ageBandText(band, language),
    languages: ({ languages }: ServicePointFacts) =>
      listed(
        languages.map((one) => languageName(one, language)),
        t('directory.languages.all'),
      ),
    genders: ({ genders }: ServicePointFacts) =>
      listed(
        genders.map((one) => t(`directory.gender.${one}`)),
        t('directory.genders.all'),
      ),
  }
}
