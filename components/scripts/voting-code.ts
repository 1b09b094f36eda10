/**
 * The QR code of a letter or slip carries the voting code behind the # of the address, which browsers send to nobody. This puts
 * it into the field and takes it out of the address, so that it stays in no history. Without script it is typed.
 */
const field = document.querySelector<HTMLInputElement>("input#code");
const brought = decodeURIComponent(location.hash.slice(1));

if (field && /^[0-9a-z -]{8,24}$/i.test(brought)) {
  field.value = brought.replace(/[ -]/g, "").toUpperCase().replace(/(.{4})(?=.)/g, "$1 ");
  history.replaceState(null, "", location.pathname + location.search);
}
