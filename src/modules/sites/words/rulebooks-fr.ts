/*
Les titres des règlements en français. Le texte d'un règlement est figé par son empreinte et garde son titre anglais ; un règlement
qui n'est pas ici se montre par ce titre.
*/
export const rulebookTitlesFr: { readonly [rulebook: string]: string } = {
  RCM1_2011: 'CIRGL, mécanisme régional de certification, manuel, première édition',
  RCM2_2019: 'CIRGL, mécanisme régional de certification, manuel, deuxième édition',
  CD_0058_2012:
    'RDC, arrêté 0058/CAB.MIN/MINES/01/2012, procédures de qualification et de validation des sites d’or et de la filière stannifère',
  CD_0677_2021: 'RDC, arrêté 0677/CAB.MIN/MINES/ANSK/01/2021, procédures de détermination du statut des sites',
  RW_002_2012: 'Rwanda, règlement 002/2012 sur le mécanisme régional de certification',
}
