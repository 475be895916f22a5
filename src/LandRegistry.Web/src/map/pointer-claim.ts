/** While a tool has the pointer, clicks on the map are its own and select no parcel. */
let owners = 0;

/** Takes the pointer; the function handed back gives it free again. */
export function claimPointer(): () => void {
  owners += 1;
  let isHeld = true;
  return () => {
    if (isHeld) owners -= 1;
    isHeld = false;
  };
}

export function isPointerClaimed(): boolean {
  return owners > 0;
}
