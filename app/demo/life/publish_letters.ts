import type User from '#app/accounts/user'
import { granted } from '#app/demo/granted'
import { keepPdf } from '#app/demo/life/keep_pdf'
import { letterPdf, type LetterColumn } from '#app/demo/life/letter_pdf'
import { publishLetter } from '#app/network/news/publish_letter'

interface DemoLetter {
  kind: 'letter' | 'sheet'
  title: string
  summary: string
  conventionCode: string | null
  columns: [LetterColumn, LetterColumn]
}

const LETTERS: readonly DemoLetter[] = [
  {
    kind: 'sheet',
    title: 'Remplir une fiche retour sans se tromper (exemple)',
    summary:
      'Les quatre dates, l’issue et les nombres d’actes, avec les erreurs que nous voyons le plus.',
    conventionCode: 'AMF-2021',
    columns: [
      {
        title: 'Les dates',
        paragraphs: [
          'Le premier contact suit la saisine.',
          'Le dernier acte suit le premier contact, et n’est pas à venir.',
          'La fiche part avant la fin du délai écrit sur sa page.',
        ],
      },
      {
        title: 'Les actes',
        paragraphs: [
          'Un nombre par prestation, zéro ou vide s’il n’y en a pas eu.',
          'Sans nom, téléphone ni courriel : la référence suffit.',
        ],
      },
    ],
  },
  {
    kind: 'letter',
    title: 'N° 12, le trimestre est payé (exemple)',
    summary: 'Le trimestre est payé. Ce qui a été refusé, et comment l’éviter la prochaine fois.',
    conventionCode: null,
    columns: [
      {
        title: 'Ce trimestre',
        paragraphs: [
          'Vos relevés sont dans votre espace, avec la raison de chaque montant.',
          'Les fiches non retenues y disent pourquoi, et ce que vous pouvez faire.',
        ],
      },
      {
        title: 'À venir',
        paragraphs: [
          'Un webinaire de cinquante places est ouvert : inscrivez-vous dans « Rendez-vous ».',
          'Pensez à déclarer vos actions de sensibilisation.',
        ],
      },
    ],
  },
]

/** Publishes a technical sheet, then a letter. */
export async function publishDemoLetters(coordinator: User, at: Date): Promise<void> {
  for (const { columns, ...letter } of LETTERS) {
    const issue = letter.summary
    const bytes = letterPdf({ title: letter.title, issue, columns }, at)
    const name = `${letter.kind === 'sheet' ? 'fiche-technique' : 'lettre'}-exemple.pdf`
    const file = await keepPdf('lettres', name, bytes)
    granted(await publishLetter(coordinator, letter, file, at))
  }
}
