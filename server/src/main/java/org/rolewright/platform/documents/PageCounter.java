package org.rolewright.platform.documents;

import com.openhtmltopdf.pdfboxout.PDFCreationListener;
import com.openhtmltopdf.pdfboxout.PageSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import java.util.function.DoubleConsumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Gives a printing its pages and tells how far it is: laid out first, then drawn page by page. */
final class PageCounter implements PageSupplier, PDFCreationListener {
  private static final double LAID_OUT = 0.2;

  private final DoubleConsumer progress;
  private int pages;

  /**
   * @param progress hears a share from 0 to 1
   */
  PageCounter(DoubleConsumer progress) {
    this.progress = progress;
  }

  PdfBoxRenderer listenTo(PdfBoxRenderer renderer) {
    renderer.setListener(this);
    return renderer;
  }

  @Override
  public void preOpen(PdfBoxRenderer renderer) {
    progress.accept(LAID_OUT);
  }

  @Override
  public void preWrite(PdfBoxRenderer renderer, int pageCount) {
    pages = pageCount;
  }

  /** The first page is asked for before the number of pages is told. */
  @Override
  public PDPage requestPage(
      PDDocument pdf, float width, float height, int number, int shadowNumber) {
    if (pages > 0) progress.accept(LAID_OUT + (1 - LAID_OUT) * number / pages);
    var page = new PDPage(new PDRectangle(width, height));
    pdf.addPage(page);
    return page;
  }

  @Override
  public void onClose(PdfBoxRenderer renderer) {
    progress.accept(1);
  }
}
