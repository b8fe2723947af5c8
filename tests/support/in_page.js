/* Runs inside the pages of the browser tests, beside axe. */
globalThis.seeing = {
  /** What breaks an accessibility rule: the rule, and the first places. */
  async complaints() {
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
      preload: false,
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(place).join(' | ')}`)
  },

  overflows() {
    return document.documentElement.scrollWidth > innerWidth
  },

  /** The innermost things that stick out of the window. */
  wide() {
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
      .filter((one) => !one.closest('.table-scroll'))
      .slice(-3)
      .map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''}`)
      .join(', ')
  },

  /** Empties the fields of a form and sends it, as a browser that checks nothing would. */
  sendEmpty(rank) {
    const form = document.querySelectorAll('form')[rank]
    for (const field of form.querySelectorAll('input, textarea, select')) {
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = false
      else if (field.type !== 'hidden') field.value = ''
    }
    HTMLFormElement.prototype.submit.call(form)
  },
}

function place({ target, failureSummary }) {
  return `${target.join(' ')} ${failureSummary}`.replaceAll(/\s+/g, ' ').slice(0, 240)
}
