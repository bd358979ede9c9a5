/** Tells the reader, by the reader's own date, that a page is past the day by which it should have been reviewed.
    The build knows no clock; the words are on the page already and are hidden until then. */

class ReviewBy extends HTMLElement {
  connectedCallback() {
    const now = new Date();
    const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    const today = parts.map((each) => String(each).padStart(2, "0")).join("-");
    this.hidden = today <= this.getAttribute("day");
  }
}

if (!customElements.get("net-review-by")) customElements.define("net-review-by", ReviewBy);
