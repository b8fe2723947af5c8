import { Edge } from 'edge.js'
import { footOf, letterText, type Letter } from '#app/shared/mail/letter'
import { appUrl } from '#start/env'

export interface RenderedLetter {
  subject: string
  text: string
  html: string
}

let edge: Edge | undefined

/** A letter as it leaves: both forms say the same. Commands write mails too, without the screens: it needs none. */
export function renderLetter(letter: Letter): RenderedLetter {
  edge ??= templates()
  const html = edge.renderSync('mails::letter', { letter, foot: footOf(letter), appUrl })
  return { subject: letter.subject, text: letterText(letter), html: html.trim() }
}

function templates(): Edge {
  const own = Edge.create({ cache: true })
  own.mount('mails', new URL('../../../resources/views/mails', import.meta.url))
  return own
}
