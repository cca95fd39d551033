/* What the marks mean: shapes, outlines, fading. Always beside the map, also on paper. */
import { StatusMark } from '../../../../app/kit/status-mark.tsx'
import { Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { colours } from '../register/site-filter.ts'

export function Legend() {
  const { t } = useWords()
  return (
    <div className="legend">
      {colours.map((colour) => (
        <StatusMark key={colour} colour={colour} />
      ))}
      <StatusMark colour="green" lapsed />
      <StatusMark colour="green" basis="reported" />
      <Source>{t('map.legend')}</Source>
    </div>
  )
}
