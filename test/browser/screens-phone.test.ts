/* Every main screen at the width of a phone, in French. */
import { lookAtEveryScreen } from './screen-looks.ts'

lookAtEveryScreen({ width: 360, language: 'fr' })
