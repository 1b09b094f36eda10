/** Takes a tracking code from the part of the address after the #, which browsers do not send: a receipt's link and QR code carry it there. */
import { readTrackingCode } from "#domain/voting/ballot-box/receipt.ts";

const field = document.querySelector<HTMLInputElement>("input[name=code]");
const given = readTrackingCode(decodeURIComponent(location.hash.slice(1)));
if (field && given.ok && field.value === "") {
  field.value = location.hash.slice(1);
  history.replaceState(history.state, "", location.pathname + location.search);
}
