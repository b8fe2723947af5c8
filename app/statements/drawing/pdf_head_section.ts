import { amountInWords } from '#app/shared/amount_in_words'
import { formatAmount, formatLongDay } from '#app/shared/french_format'
import { associationBlock } from '#app/statements/drawing/pdf_association_block'
import {
  drawAmountBox,
  drawBlocks,
  drawLetterhead,
  type Block,
} from '#app/statements/drawing/pdf_letterhead'
import { INKS } from '#app/statements/drawing/pdf_palette'
import type { Element, Sheet } from '#app/statements/drawing/pdf_sheet'
import type { StatementData } from '#app/statements/content/statement_data'
import { settlementSentence } from '#app/statements/drawing/statement_wording'

/** The first page's head: who pays whom, under which convention, how much. */
export function drawHead(sheet: Sheet, parent: Element, data: StatementData): void {
  drawLetterhead(sheet, parent, {
    federation: data.federation,
    title: 'Relevé de règlement',
    issue: `n° ${data.number}, émis le ${formatLongDay(data.issuedOn)}`,
  })
  drawBlocks(sheet, parent, associationBlock(data.association), conventionBlock(data))
  drawAmountBox(sheet, parent, {
    label: 'Montant à virer',
    amount: formatAmount(data.payable),
    inWords: data.payable === 0 ? '' : amountInWords(data.payable),
    sentence: settlementSentence(data),
  })
}

function conventionBlock({ convention, run }: StatementData): Block {
  return {
    title: 'Convention et campagne',
    lines: [
      [convention.title, INKS.strongValue],
      [`Convention ${convention.code}`, INKS.value],
      [`Financeur\u00a0: ${convention.funder}`, INKS.value],
      [`Campagne ${run.code}, arrêtée au ${formatLongDay(run.until)}`, INKS.value],
    ],
  }
}
