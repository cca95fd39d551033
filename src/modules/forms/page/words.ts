/* The words of the blank form on paper. French first. */
const words = {
  version: { fr: 'version', en: 'version' },
  hash: { fr: 'empreinte', en: 'hash' },
  published: { fr: 'publié le', en: 'published on' },
  specimenOld: { fr: 'Ce n’est plus la version en vigueur.', en: 'This is no longer the current version.' },
  how: {
    fr: 'À remplir à la main, lisiblement. Aucun nom de personne : des fonctions et des organismes. Barrez ce qui est sans objet. Les réponses sont reportées ensuite dans l’application, avec une photographie de cette fiche.',
    en: 'To be filled in by hand, legibly. No name of a person: functions and bodies. Cross out what does not apply. The answers are then entered in the app, with a photograph of this form.',
  },
  site: { fr: 'Site', en: 'Site' },
  mission: { fr: 'Mission', en: 'Mission' },
  day: { fr: 'Date', en: 'Date' },
  sheet: { fr: 'Feuille … sur …', en: 'Sheet … of …' },
  required: { fr: 'obligatoire', en: 'required' },
  onlyIf: { fr: 'Seulement si', en: 'Only if' },
  must: { fr: 'Doit vérifier', en: 'Must satisfy' },
  several: { fr: 'plusieurs réponses possibles', en: 'several answers possible' },
  photo: { fr: 'Photographie no', en: 'Photograph no.' },
  latitude: { fr: 'Latitude', en: 'Latitude' },
  longitude: { fr: 'Longitude', en: 'Longitude' },
  altitude: { fr: 'Altitude (m)', en: 'Altitude (m)' },
  accuracy: { fr: 'Précision (m)', en: 'Accuracy (m)' },
  time: { fr: 'Heure', en: 'Time' },
  repeated: { fr: 'À recopier pour chacun ; deux emplacements sont imprimés.', en: 'One for each; two places are printed.' },
  turn: { fr: 'no', en: 'no.' },
  signatures: { fr: 'Signatures (organisme et fonction)', en: 'Signatures (body and function)' },
  gone: {
    fr: 'Cette version ne peut pas être imprimée ainsi ; ouvrez-la à l’écran.',
    en: 'This version cannot be printed like this; open it on the screen.',
  },
} as const

export type PaperWord = keyof typeof words
export const sayIn =
  (language: 'fr' | 'en') =>
  (word: PaperWord): string =>
    words[word][language]
