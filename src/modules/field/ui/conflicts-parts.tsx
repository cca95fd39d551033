/* How a draft and a version of it are called: by site and body, and by telephone; never by a person's name. */
import { useAnswer } from '../../../app/ask.ts'
import { DateText } from '../../../app/kit/values.tsx'
import { useWords, wordOr } from '../../../app/words.ts'
import { type VersionShort, draftParts } from './conflicts-source.ts'
import { usePhone } from './use-phone.ts'

export function DraftTitle({ draft }: { readonly draft: string }) {
  const { inspection, body } = draftParts(draft)
  const { data } = useAnswer<{ readonly name: string; readonly on: string }>(`/api/inspections/${inspection}`)
  return (
    <>
      {data ? (
        <>
          {data.name}, <DateText date={data.on} />
        </>
      ) : (
        inspection.slice(0, 8)
      )}{' '}
      – {wordOr(`body.${body}`, body)}
    </>
  )
}

export function VersionBy({ version }: { readonly version: VersionShort }) {
  const { t } = useWords()
  const phone = usePhone()
  const { device, mine, state } = version
  const where =
    device === null
      ? t('conflict.by.desk')
      : device === phone?.holder.device
        ? t('conflict.by.this-phone')
        : t('conflict.by.phone', { device: device.slice(-4) })
  return (
    <>
      {mine ? t('conflict.by.you') : t('conflict.by.colleague')}, {where}
      {state === 'open' ? '' : ` (${t(`conflict.state.${state}`)})`}
    </>
  )
}
