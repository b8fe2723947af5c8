import { INKS } from '#app/statements/drawing/pdf_palette'
import { drawSectionTitle, drawSentence } from '#app/statements/drawing/pdf_section'
import type { Element, Sheet } from '#app/statements/drawing/pdf_sheet'
import type { StatementData } from '#app/statements/content/statement_data'
import { FICTITIOUS_SENTENCE } from '#app/statements/drawing/statement_wording'

/** The federation's legal mentions, and the journal's head that dates this document in the books. */
export function drawMentions(
  sheet: Sheet,
  parent: Element,
  data: Pick<StatementData, 'federation' | 'chainHead' | 'fictitious'>
): void {
  sheet.y += 18
  drawSectionTitle(sheet, parent, 'Mentions')
  for (const mention of data.federation.legalMentions) {
    drawSentence(sheet, parent, mention, INKS.label)
  }
  drawSentence(sheet, parent, `Empreinte du journal\u00a0: ${data.chainHead}`, INKS.label)
  if (data.fictitious) drawSentence(sheet, parent, FICTITIOUS_SENTENCE, INKS.mark)
}
