// What every page needs: menus that close, moments that stay right, the keys, the palette.
import "./menus.js";
import "./moments.js";
